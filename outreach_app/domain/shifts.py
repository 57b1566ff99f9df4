"""When a night shift began: a sheet, a round and a handover are about one night."""

from datetime import datetime, time, timedelta

_TURN = time(hour=12)


def shift_start(local: datetime) -> datetime:
    """Return the noon before a moment: the evening, the night and the morning after are one shift.

    Args:
        local: A moment in the zone in which the house lives.
    """
    noon = datetime.combine(local.date(), _TURN, tzinfo=local.tzinfo)
    return noon if local >= noon else noon - timedelta(days=1)
