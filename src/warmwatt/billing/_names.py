"""What people call bands, plans, categories and parts of a price, and what the sums call them."""

from collections.abc import Mapping

from warmwatt.billing._usage import UnableToRate

BANDS = {
    "sharp": ("尖", "尖峰", "尖时", "spike", "critical"),
    "peak": ("峰", "高峰", "峰时", "峰段", "high"),
    "flat": ("平", "平段", "平时", "平期", "normal", "shoulder", "mid"),
    "valley": ("谷", "低谷", "谷时", "谷段", "off_peak", "offpeak", "low"),
    "deep": ("深谷",),
    "total": ("合计", "总", "总电量", "all"),
}
PLANS = {"flat": ("不分时", "平价", "single"), "tou": ("峰谷", "分时", "峰谷分时", "time_of_use")}
CATEGORIES = {
    "residential": ("居民", "一户一表", "居民一户一表"),
    "shared": ("合表", "居民合表"),
    "ev": ("充电桩", "电动汽车"),
    "resident_institution": ("执行居民电价的非居民用户",),
    "commercial_single": ("工商业单一制", "单一制", "一般工商业"),
    "commercial_two_part": ("工商业两部制", "两部制", "大工业"),
}
PARTS = {
    "purchase": ("上网电价", "代理购电价格", "energy"),
    "line_loss": ("上网环节线损费用", "线损", "线损费用"),
    "transmission": ("输配电价",),
    "system": ("系统运行费用", "系统运行费"),
    "funds": ("政府性基金及附加", "政府性基金", "基金"),
}
APPLIANCES = {
    "electronic": ("电子类", "电视", "电视机", "tv"),
    "motor": ("电机类", "冰箱", "空调", "洗衣机", "fridge"),
    "heating": ("电阻电热类", "热水器", "电饭煲", "heater"),
    "lighting": ("电光源类", "灯"),
}


def own_name(called: str, names: Mapping[str, tuple[str, ...]], *, field: str, what: str) -> str:
    """This function will return our name for what somebody called it; raises UnableToRate where nobody does."""
    written = called.strip()
    for name, others in names.items():
        if written.lower() == name or written.lower() in others:
            return name
    known = "、".join(f"{name}（{others[0]}）" if others else name for name, others in names.items())
    raise UnableToRate(f"不认识的{what}“{called}”，可用的是{known}", field=field)
