"""The lists of words that the tagger is told of: what places and names are made of, and what leads to them."""

import re

from warmwatt.understanding._names import BODIES, SURNAME
from warmwatt.understanding._numerals import CHINESE
from warmwatt.understanding._places import AREAS, ESTATES, HAMLETS, KINDS, NOISE, ROADS, SIDE, THING, UNITS

HAN = r"[\u4e00-\u9fa5]"
TITLES = (
    "工|师傅|老师|经理|主任|医生|大夫|队长|班长|站长|厂长|村长|书记|会计|老板娘?|科长|所长|院长|校长|园长|阿姨|大爷|大妈|大叔|大娘|大姐|大哥|奶奶|爷爷|"
    "伯|叔|婶|嫂|姐|哥|姨|老爹|老头儿?|老汉|老太太?|胖子|女士|先生|小姐|同学|电工|护士|店长|婆婆|公公|师父|律师|教练|警官|总(?!共|的|是|表|闸|计|之)"
)
NAME_CUES = (
    "(?<!百)姓名?|名字(?:是|叫|写)?|大名|叫(?!你|他|人|我)|户名(?:是|叫|写)?|户主(?:是|叫)?|机主|业主|房东|租客|房客|联系人|经办人|申请人|负责人|法人|收件人|找|抬头(?:是|写|开)?|"
    "单位(?:是|叫)?|公司名?(?:是|叫)?|企业名称|我是|我叫|本人|登记在?|名下|改成|写"
)
LEADS = (
    "我们?家(?:住|在|是)?|我住(?:在)?|俺们?(?:家|这)?|咱们?(?:家|这)?|阿拉|我们(?:这|那)?(?:儿|边|里)?|家住|住在|住|位于|地址(?:是|在|写)?|位置(?:是|在)?|地点(?:是|在)?|站址|站名|项目|工地在|"
    "就在|就是|我在|人在|在|是|到|去|来|查一?下?|看一?下|问一?下|报修|报|替|给|可|从|往|放|搬到|送到?|寄到?|离|过|叫|和|跟|或者?|还有|本单位为?|单位|公司|我司|我们?(?:单位|公司|厂|店|小区|村)|户主|"
    "麻烦|请|劳驾|师傅|您好|你好|喂|杆号|柜号|箱号|编号|户号|电话|手机|座机|工单号?|单号|受理"
)
TAILS = (
    "这边|那边|这块儿?|那块儿?|这里|那里|这儿|那儿|那一?带|这一?带|那一?片|这一?片|附近|周边|里头|里面|里|外面|外头|上头|下头|底下|楼上|楼下|楼道|门口|"
    "的|了|停电|没电|断电|跳闸|有电|没有电|冇电|停不停|有没有|几点|什么时候|啥时候|明天|今天|昨天|今晚|为什么|整个|整栋|全|都|没|停|有|要|想|被|让|把|还|也|又|电费|电表|户号|电话|姓"
)
MATTERS = "电费|交|缴|欠|发票|户号|停电|没电|报修|投诉|建议|表扬|申请|新装|过户|充电桩|查|地址|住"

PLACE_LISTS = (
    ("E", ESTATES),
    ("K", KINDS),
    ("R", f"{ROADS}|{AREAS}"),
    ("H", HAMLETS),
    ("U", UNITS),
    ("S", SIDE),
    ("T", THING),
    ("N", NOISE.pattern),
    ("D", rf"(?:[0-9]+|[{CHINESE}]+)(?:{UNITS})"),
)
NAME_LISTS = (
    ("X", SURNAME),
    ("M", rf"(?:{SURNAME})(?:{TITLES})|[老小阿](?:{SURNAME})(?:{TITLES})?"),
    ("G", rf"(?<![^,。!?;:、\s])(?:{SURNAME}){HAN}{{1,2}}(?![^,。!?;:、\s])"),
    ("C", NAME_CUES),
    ("J", rf"(?<=姓)(?:{SURNAME})"),
    ("O", BODIES),
    ("L", LEADS),
    ("V", TAILS),
)
LISTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern)) for name, pattern in (*PLACE_LISTS, *NAME_LISTS)
)
