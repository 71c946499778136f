"""Frozen records of everything that a data repository holds."""

from fzjs.models.agenda import Agenda
from fzjs.models.campaign import Campaign
from fzjs.models.declare import Declaration
from fzjs.models.evidence import Attachment, Claim, Evidence
from fzjs.models.faults import SchemaFault, parse
from fzjs.models.followup import (
    Application,
    Inspection,
    Ledger,
    Rectification,
    Reminder,
    ReviewFile,
)
from fzjs.models.indicator import Block, Indicator, IndicatorFile, Material
from fzjs.models.migration import Migration

__all__ = [
    "Agenda",
    "Application",
    "Attachment",
    "Block",
    "Campaign",
    "Claim",
    "Declaration",
    "Evidence",
    "Indicator",
    "IndicatorFile",
    "Inspection",
    "Ledger",
    "Material",
    "Migration",
    "Rectification",
    "Reminder",
    "ReviewFile",
    "SchemaFault",
    "parse",
]
