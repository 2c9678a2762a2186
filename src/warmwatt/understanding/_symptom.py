"""What is wrong, in the caller's words."""

import re

FAULT = re.compile(
    r"(停(了)?电|没(有)?(了)?电|断(了)?电|没得电|冇电|电(也|就|又|都)?没了|不来电|跳(了)?闸|推不上|合不上|缺一?相|起不来|不亮|黑(了|的|咕隆咚|灯瞎火|漆漆)|全(停|灭|黑)|灭了|"
    r"冒(烟|火)|着火|打火|火花|冒火花|烧(了|焦|糊)|焦味|糊味|电压(低|高|不稳)|欠压|忽(明忽暗|高忽低)|一闪一闪|闪|垂(得|下)|倒(了|下)|断(了|线)|掉(下|在|了)|漏电|触电|麻手|"
    r"碰到(了)?线|躺着|嗡嗡|歪|冲没|太近|有点近|偷挖|走得(飞)?快|不转|报警|暗|熄)"
)
# 没有打火, 没冒烟: what is denied is no symptom.
DENIED = re.compile(
    r"(?:没有?|不|未|并未)(?:发现|看见|看到|见|闻到|听到|再)?(?:什么|任何)?(?:冒(?:烟|火)|着火|打火|火花|焦味|糊味|漏电|跳闸|闪|断线)"
)
CLAUSE = re.compile(r"[^,。!?;\n]+")
JOINED = re.compile(r"^(也|就|又|还|推|合|一|然后|左右|邻居|隔壁|楼上|照明|灯|离地|电)")


def symptom_in(text: str, address: str | None) -> str | None:
    """This function will return the clause that tells what is wrong, with the clause that goes on from it."""
    if address:
        text = text.replace(address, ",")
    clauses = [match.group().strip() for match in CLAUSE.finditer(text)]
    for index, clause in enumerate(clauses):
        if FAULT.search(DENIED.sub("", clause)) and not re.search(r"(吗|什么|怎么|会不会)", clause):
            words = re.sub(r"^(喂|你好|您好|请问|哎呀|妈呀|那个|就是|但是|可是|我想说|因为)+", "", clause)
            following = clauses[index + 1] if index + 1 < len(clauses) else ""
            if following and JOINED.match(following) and (FAULT.search(following) or "亮" in following):
                words += "," + following
            return words[:60] or None
    return None
