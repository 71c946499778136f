"""What people decided, as far as the day of the decision has come."""

from __future__ import annotations

import datetime

from fzjs.facts import Campaign


def decided(campaign: Campaign, today: datetime.date) -> Campaign:
    """Return the settings without what is approved or settled after today.

    As a review of a day to come passes nothing (standing.holds), so such an approval excuses
    nothing and moves no date; rule campaign-approval-doubtful names it.
    """
    return campaign._replace(
        exemptions=tuple(w for w in campaign.exemptions if w.approved <= today),
        extensions=tuple(w for w in campaign.extensions if w.approved <= today),
        rulings=tuple(
            r._replace(settled=r.settled and (r.decided is None or r.decided <= today))
            for r in campaign.rulings
        ),
    )
