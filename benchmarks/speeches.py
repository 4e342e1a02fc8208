"""Made-up speeches to import: paragraphs of the samples, shuffled, in other words."""

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

from study.settings import SAMPLES

_FILES = 100
_BYTES = 50_000
_HEADING_EVERY = 6
_NUMERALS = "一二三四五六七八九十"
# Words that stand for each other: with them hardly two files have a clause in common.
_WORDS = (
    "发展 建设 治理 改革 创新 转型 振兴 提升",
    "群众 居民 职工 村民 市民 师生 商户 家长",
    "干部 党员 同志 骨干 队员 专员 社工 网格员",
    "工作 任务 事项 项目 事业 行动 举措 部署",
    "问题 短板 矛盾 难题 不足 弱项 堵点 痛点",
    "企业 工厂 商家 园区 公司 车间 合作社 作坊",
    "服务 保障 支持 帮助 扶持 引导 培育 关心",
    "推动 促进 带动 加快 推进 助力 牵引 深化",
    "坚持 注重 突出 围绕 聚焦 立足 着眼 紧扣",
    "落实 执行 完成 兑现 办好 抓好 做实 做细",
    "基层 一线 乡镇 社区 街道 村组 班组 窗口",
    "安全 生态 教育 文化 医疗 交通 住房 就业",
    "必须 应当 需要 务必 一定要 理应 确须 总要",
    "解决 化解 破解 处理 办妥 消除 攻克 应对",
    "没有 缺少 不见 少有 难有 并无 未见 不存",
    "经济 产业 社会 城乡 市场 农业 工业 乡村",
    "全市 全县 全区 全镇 全村 本市 本县 本区",
    "时间 日子 期限 周期 钟点 工期 时限 年头",
)
_GROUPS = [group.split() for group in _WORDS]
_ANY_WORD = re.compile("|".join(sorted({w for group in _GROUPS for w in group}, key=len)[::-1]))
_GROUP_OF = {word: group for group in _GROUPS for word in group}
_HEADING = re.compile(r"#|[一二三四五六七八九十]+、|（")


def write_speeches(folder: Path, seed: int) -> None:
    """Write the speeches to `folder`, the same for the same `seed` and samples."""
    random = Random(seed)
    paragraphs = list(_sample_paragraphs())
    for number in range(1, _FILES + 1):
        (folder / f"{number:03}.txt").write_text(_speech(random, number, paragraphs), "utf-8")


def _sample_paragraphs() -> Iterator[str]:
    """The prose of all samples: what is long enough and no heading."""
    for file in sorted(SAMPLES.iterdir()):
        for line in file.read_text("utf-8").splitlines():
            if len(line) >= 60 and not _HEADING.match(line):
                yield line


def _speech(random: Random, number: int, paragraphs: list[str]) -> str:
    lines = [
        f"在第{number}次全市工作会议上的讲话",
        f"（{2000 + number % 25}年{number % 12 + 1}月{number % 28 + 1}日）",
        "同志们：",
    ]
    size = part = 0
    while size < _BYTES:
        for heading in _NUMERALS[part : part + 1]:
            lines.append(f"{heading}、{_in_other_words(random, '坚持发展与安全，推动工作落实')}")
        part += 1
        chosen = random.sample(paragraphs, _HEADING_EVERY)
        lines += [_in_other_words(random, paragraph) for paragraph in chosen]
        size = sum(len(line.encode()) for line in lines)
    return "\n\n".join(lines) + "\n"


def _in_other_words(random: Random, text: str) -> str:
    return _ANY_WORD.sub(lambda found: random.choice(_GROUP_OF[found[0]]), text)
