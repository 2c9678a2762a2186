"""Names of people and companies, where they are given as such."""

import re

SURNAME = (
    "欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜"
    "崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒"
    "阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾"
    "隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由]"
)
# What the name of a company, a shop or an office ends with.
BODIES = (
    "有限责任公司|有限公司|分公司|公司|集团|合作社|厂|店|行|商行|经营部|工作室|事务所|幼儿园|学校|小学|中学|大学|医院|卫生院|卫生室|诊所|酒店|宾馆|旅馆|民宿|超市|中心|协会|委员会|"
    "书店|餐厅|饭店|食堂|网吧|社|部|所|院|会|馆|园|队|庄|坊|局|银行|食品|物流|科技|建材|五金|服饰|电子|餐饮"
)
GIVEN = r"[\u4e00-\u9fa5]"
END = r"(?=[,。!?;:\s、]|$|女士|先生|的|[0-9]|家|啊|吧|呀|哦|哈|嘛|她|他|电话|手机|户号|这|幺|是)"
SAID = re.compile(
    rf"(?:我(?:的名字)?叫|(?<!不)姓名(?:是|叫|:|填|报)?|名字(?:是|叫|:|登记的是)|户主(?:的?名字?)?(?:是|叫|:|写的?是|登记的是)?|户名(?:是|叫|:|登记的是|写的?是)?|"
    rf"机主(?:是|叫|:)?|申请人(?:是|叫|:)?|收件人(?:是|叫|:)?|我?名字(?:写|报)?(?!是|叫)|大名(?:是|叫)?|联系人(?:是|叫|:|写|填)?|(?:老板|我爸|我妈|我爱人|我老公|我老婆|我父亲|我母亲|房东|业主|她|他|本人|师傅|经办人|法人)(?:的名字)?(?:名)?(?:叫|姓名)|"
    rf"登记的?(?:名字)?(?:是|叫)|本人|写的?(?:是)?名字(?:是)?|我(?:就)?是户主|我是(?=[^,。]{{2,3}}[,。]))[:,]?\s*(?P<name>(?:{SURNAME}){GIVEN}{{1,2}}?){END}"
)
SURNAME_ONLY = re.compile(rf"(?:我|免贵|本人|户主|他|她)姓(?P<name>{SURNAME})(?!名)(?:{END}|[\u4e00-\u9fa5]?$)")
FULL_AFTER_SURNAME = re.compile(
    rf"姓(?:{SURNAME}),?(?:我)?(?:全名)?(?:叫|单名)(?P<name>(?:{SURNAME}){GIVEN}{{1,2}}?){END}"
)
COMPANY = re.compile(
    r"(?:抬头(?:是|写|为|开|要开|:)?|公司(?:名称?|全称)?(?:叫|是|名称|:)|单位(?:名称)?(?:叫|是|:)|户名(?:是|叫|:)?|(?:我|我们|咱|咱们|这里|这边|我这里|我们这边)是|我们?叫)[:\s]?"
    r"(?P<name>[\u4e00-\u9fa5()a-z0-9]{2,30}?(?:公司|集团|合作社|委员会|商行|经营部|工作室|事务所|幼儿园|中学|小学|学校|医院|酒店|宾馆|(?<![我你他们这那个开家])(?<![我你他们这那个开家][\u4e00-\u9fa5])(?:厂|店|超市)))(?=[,。!?;\s的会财物后电负]|$)"
)
NICK = re.compile(
    rf"(?:我是[^,。!?]{{0,10}}?的?|我叫|叫我)(?P<name>老(?:{SURNAME})(?:头儿?|汉|爷子|师傅|太)|(?:老|小|阿)(?:{SURNAME})(?=[,。!?]|$)|(?:{SURNAME})(?:大爷|大妈|阿姨|师傅|老师|老板|伯|婶|嫂))(?=[,。!?;\s]|$)"
)
TITLED = re.compile(
    rf"(?:抬头|户名|公司名称?|企业名称|单位(?:名称)?)(?:要?开|[是写叫为:])*(?P<name>[\u4e00-\u9fa5()a-z0-9]{{2,25}}?(?:{BODIES}))(?=[,。!?;\s要的]|$)"
)
NO_NAME = re.compile(
    r"房东|主任|[楼班组店站]长|商业|居民|租客|老板|什么|谁|哪|不|没|改|变|换|怎|的|户|我|这|那|要|来|有|做|租|住|在|了|是|吗|呢|电|业主|公司"
)
NO_NICK = re.compile("老[婆公伴乡板师]")
NO_COMPANY = re.compile(
    r"我们?|你们?|这个|那个|一家|什么|怎么|哪|供电|电力|国网|南网|不是|谁|隔壁|邻居|学校食堂|一个|开|变更|改成|换成|连锁|存续|一所|自己的|小区"
)


def name_in(text: str) -> str | None:
    """This function will return the name given, the latest where there are several, or None."""
    return _last(text, COMPANY, NO_COMPANY) or told_name(text)


def told_name(text: str) -> str | None:
    """This function will return the name that is told as a name (户主…, 姓…, 抬头…), or None."""
    return (
        _last(text, TITLED, NO_COMPANY)
        or _last(text, FULL_AFTER_SURNAME, NO_NAME)
        or _last(text, SAID, NO_NAME)
        or _last(text, NICK, NO_NICK)
        or _last(text, SURNAME_ONLY, NO_NAME)
    )


def _last(text: str, pattern: re.Pattern[str], refused: re.Pattern[str]) -> str | None:
    found = [match["name"] for match in pattern.finditer(text) if not refused.search(match["name"])]
    return found[-1] if found else None
