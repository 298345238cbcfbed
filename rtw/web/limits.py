"""How often something may be tried."""

from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

# In memory: each worker counts for itself, which is strict enough against guessing passwords.
limiter = Limiter(get_remote_address, storage_uri="memory://")
SIGN_IN_LIMIT = "10 per minute; 60 per hour"
