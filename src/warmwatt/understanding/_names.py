"""Names of people and companies, where they are given as such."""

import re

SAID = re.compile(
    r"(?:我叫|名字(?:是|叫)|姓名(?:是|:)?|户主(?:名)?(?:是|叫|:)?|户名(?:是|叫|:)?|机主(?:是|叫)?|联系人(?:是|叫|:)?|老板叫|登记的?(?:名字)?是|本人)(?!什么|谁|不|换|改|变|去)(?P<name>[\u4e00-\u9fa5·]{2,4}?)(?=[,。!?;\s]|$|的|女士|先生|[0-9]|家|啊|吧)"
)
COMPANY = re.compile(
    r"(?:抬头(?:是|写|为|:)?|公司(?:名)?(?:叫|是|名称)|单位(?:叫|是)|户名(?:是|:)?)(?P<name>[\u4e00-\u9fa5()A-Za-z0-9]{4,30}?(?:公司|厂|店|中心|合作社|集团|学校|医院|委员会|社区|商行|经营部|工作室))"
)
NICK = re.compile(r"(?:的|我是)(?P<name>老[\u4e00-\u9fa5](?:头|哥|师|板)?|(?:小|阿)[\u4e00-\u9fa5])(?=[,。!?]|$)")


def name_in(text: str) -> str | None:
    """This function will return the name given, or None."""
    for pattern in (COMPANY, SAID, NICK):
        if found := pattern.search(text):
            return found["name"]
    return None
