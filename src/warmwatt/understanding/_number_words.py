"""The lists of words that the chooser of numbers is told of: what a number counts, and what leads to it."""

import re

from warmwatt.understanding import _amounts as by_rules

FAR = "[^,。!?;]"
COUNTERS = (
    "[个户口人位名张只条台间盏家层楼栋号室次回趟遍单斤亩根头件袋桶瓶盒份套双组排门片辆部项页篇字米里平方块格段处路kmv]"
)
# What follows a number, the first that fits.
AFTER: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(words))
    for name, words in (
        ("end", r"\s*(?:[,。!?;:、…~\"”)]|$)"),
        ("power", "千瓦(?!时)|千伏|伏|瓦|安|kw(?!h)|kva|v|匹|兆"),
        ("time", "[年月日天点岁周时分秒]|小时|钟头|星期|礼拜|来岁|多岁|多天|多年|个月"),
        ("per", "(?:钱)?(?:一|每|/)(?:度|千瓦时|个字|平|米|台|户|天|小时)"),
        ("count", COUNTERS),
        ("ratio", "%|倍|成(?!了)|折|比|分之|档|级|期"),
        ("about", "多|几|左右|上下|来|出头|以上|以内|以下|整"),
        ("said", "[了吧呢啊呀嘛哦的也都就没还又才不怎这是能咋]"),
    )
)
PAYING = "[交缴充冲收扣花欠退付省赚赔涨差罚存垫输补卖算开打转]"
BILLS = "电费|费|金额|余额|账单|单子|发票|电飞|店费|合计|一共|总共|价|钱|款|金|押金|尾款|差价|票|限额|预存"
SAYING = "要|得|只|就|才|是|到|变|成|跳到|变成|说|写着?|显示|还有|剩|多|少|高达|近|快|超过|不到|达|共|合|收我|又|报"
MONTHS = "月份?|上月|这月|本月|今年|去年|上个月|这个月|一年|夏天|冬天|平时|每月|一个月|期|季度|往时|今次|这次|上次"
USING = "用电?|走字?|跑|耗|电量|发电?|上网|抄|度数|字数|读数|示数|多|少|差|补|卖"
WARMTH = "气温|温度|体温|高温|零下|零上|空调|烧到|发烧|开到|调到|顶着|外面|棚里|屋里|这几天|今儿|今天|暖气|室|温"
# What leads to a number, all that fit.
BEFORE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(words))
    for name, words in (
        ("paid", f"{PAYING}[了过我你他您的给个到出掉上是多走]{{0,3}}$"),
        ("cost", f"(?:{BILLS})(?:是不是|不是|将近|大概|实际|[是到要才都就共为写还有只:,得了的里快]){{0,4}}$"),
        ("want", f"(?:{SAYING})$"),
        ("month", f"(?:{MONTHS})(?:电费|[的就才是都要交用走,:]){{0,2}}$"),
        ("used", f"(?:{USING})(?:将近|大概|只有|不到|[了过到的是有出量为才就写:,快]){{0,3}}$"),
        ("number", "(?:户号|尾号|工号|编号|表号|工单|单号|电话|号|第|年|密码|门牌|[a-z])$"),
        ("warm", f"(?:{WARMTH}){FAR}{{0,4}}$"),
        ("age", "(?:今年|我|他|她|爸|妈|老人|奶奶|爷爷|娘|爹|伴儿?|岁)(?:都|快|已经)?$"),
        ("other", f"(?:工资|养老金|退休金|房租|水费|油钱|车费|鱼|蛋|米|菜){FAR}{{0,4}}$"),
        ("denied", f"(?:不是|不对|错了|没有){FAR}{{0,2}}$"),
        ("mended", f"(?:应该是|应为|改成|变成?|实际|其实){FAR}{{0,2}}$"),
        ("by-price", by_rules.UNIT_BEFORE.pattern),
        ("by-compared", by_rules.COMPARED.pattern),
        ("by-left", by_rules.LEFT.pattern),
        ("by-tier", by_rules.TIER.pattern),
        ("by-limit", by_rules.LIMIT.pattern),
    )
)
TOLD = re.compile("电费|电量|欠|[交缴充冲]|退|扣|补|温度|三十[0-9一-九]度|价|赔|发票|空调|冰箱|阶梯|档|优惠|光伏|表")
