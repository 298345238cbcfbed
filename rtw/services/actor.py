"""Who acts: the value every service takes beside its session."""

from dataclasses import dataclass

from rtw.store.people import Role, User


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in person, as far as services need to know her."""

    id: int
    name: str
    role: Role
    clinic_id: int
    credentials: str = ""
    employer_id: int | None = None
    patient_id: int | None = None

    @property
    def signature(self) -> str:
        """Name and credentials as printed under what she signs."""
        return f"{self.name}, {self.credentials}" if self.credentials else self.name


def actor_of(user: User) -> Actor:
    """Take from an account what services need."""
    return Actor(
        user.id,
        user.name,
        user.role,
        user.clinic_id,
        user.credentials,
        user.employer_id,
        user.patient_id,
    )
