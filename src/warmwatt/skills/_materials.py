"""Which materials a text names, by kind, so that 房本 and 房产证 are one."""

import re
from functools import lru_cache

from warmwatt.skills._cues import parts

KINDS = {
    "identity": r"身份证(?!号)|户口(本|簿)|证件|护照|居住证|驾照",
    "property": r"房产证|不动产|房本|产权(证|证明)|购房(合同|发票)|房屋买卖合同|宅基地证?|房屋.{0,4}证(明)?|买房合同|土地证|村(委|里).{0,8}证明",
    "licence": r"营业执照|执照|法人(证|身份|代表)|组织机构|统一社会信用代码",
    "lease": r"租赁(合同|协议)|租房(合同|协议)|房东.{0,4}(同意|证明|授权)",
    "mandate": r"(授权)?委托书|授权书|代办人|代理人|经办人",
    "succession": r"公证书|死亡证明|继承|遗嘱|离婚(证|协议)|判决书|调解书",
    "parking": r"车位|停车位",
    "consent": r"物业.{0,8}(同意|证明|盖章|签字|函)|同意书|允许施工",
    "load": r"负荷(清单|表)|设备(清单|铭牌|表)|铭牌|功率清单|用电设备|电器清单",
    "form": r"申请(表|书|单)|登记表|承诺书|合同书",
    "bank": r"银行(卡|账(户|号))|收款(账户|账号)|开户行|存折",
    "invoice": r"发票|收据|交费凭证|缴费记录|结清.{0,4}(证明|凭证)",
    "account": r"户号|客户编号|电费单|电卡",
    "seal": r"公章|盖章|印章",
    "device": r"(充电)?桩.{0,4}(说明书|参数|合格证|型号|铭牌)|逆变器|组件.{0,4}(证|报告)|说明书",
    "vehicle": r"购车(合同|发票|意向)|行驶证|车辆",
    "photo": r"照片|复印件",
}
_COMPILED = {kind: re.compile(pattern) for kind, pattern in KINDS.items()}
# What an agent asks for while serving is no document to bring, and a copy is a form of one.
SECONDARY = frozenset({"account", "photo", "seal", "form"})


@lru_cache(maxsize=256)
def materials_named(text: str) -> frozenset[str]:
    """This function will return the kinds of material that the text names."""
    plain = parts(text, "turn")[0]
    return frozenset(kind for kind, pattern in _COMPILED.items() if pattern.search(plain))
