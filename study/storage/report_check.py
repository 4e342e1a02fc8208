"""Whether reports hold together: evidence with its files, rewards with decisions."""

from pathlib import Path

from study.storage.maintenance import Finding
from study.storage.migrations import read_only
from study.storage.vault import files

_STANDING = "r.reversed_at = ''"
_CHECKS = {
    "举报没有证据": "select count(*) from resale_case c"
    " where not exists (select 1 from evidence e where e.case_id = c.id)",
    "没到期的举报，证据已删": "select count(distinct c.id) from resale_case c"
    " join evidence e on e.case_id = c.id join evidence_file f on f.digest = e.digest"
    " where c.emptied_at = '' and f.deleted_at <> '' and not exists (select 1 from case_entry n"
    " where n.case_id = c.id and n.kind = 'emptied' and n.at >= e.at)",
    "成立的举报没有奖励记录": "select count(*) from resale_case c where c.decision = 'confirmed'"
    f" and not exists (select 1 from reward r where r.case_id = c.id and {_STANDING})",
    "有奖励的举报不是成立的": "select count(*) from reward r join resale_case c on c.id = r.case_id"
    f" where {_STANDING} and c.decision <> 'confirmed'",
    "奖励给的不是举报人": "select count(*) from reward r join resale_case c on c.id = r.case_id"
    " where r.person <> c.reporter",
    "奖励与会员期限对不上": "select count(*) from reward r join resale_case c on c.id = r.case_id"
    " left join membership_grant g on g.id = r.grant_id where r.grant_id is not null and"
    " (g.id is null or g.person <> r.person or g.source <> 'reward' or g.reference <> c.number"
    " or (r.reversed_at = '') <> (g.reversed_at = ''))",
    "会员期限没有对应的奖励": "select count(*) from membership_grant g where g.source = 'reward'"
    " and not exists (select 1 from reward r where r.grant_id = g.id)",
}
"""What must count to zero, by what an operator reads when it does not."""


def report_findings(database: Path, evidence: Path) -> list[Finding]:
    """What is wrong with reports and the files in the folder `evidence`; nothing is changed."""
    with read_only(database) as connection:
        counts = {what: connection.execute(sql).fetchone()[0] for what, sql in _CHECKS.items()}
        named = connection.execute("select digest from evidence_file where deleted_at = ''")
        wanted = {row[0] for row in named}
    missing = wanted - {path.name for path in files(evidence)}
    counts["证据文件不见了"] = len(missing)
    return [Finding(what, count) for what, count in counts.items() if count]
