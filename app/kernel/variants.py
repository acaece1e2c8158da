"""Which kanji are shapes of one another (異体字・旧字体), for searching and for substitution.

Each word is a family; the first is what it is folded to, and what may stand in for the others
where a file cannot hold them.  The pre-war shapes are those of the 常用漢字表 and of the
人名用漢字表; the rest are shapes met in names.  斉 and 斎, 竜 and 龍 are different characters to
those who bear them; they are one here because people on the telephone cannot say which.
"""

from __future__ import annotations

from typing import Final

_OLD_SHAPES = (
    "亜亞 悪惡 圧壓 囲圍 医醫 為爲 壱壹 隠隱 栄榮 営營 衛衞 駅驛 悦悅 閲閱 円圓 塩鹽 縁緣 "
    "艶艷 応應 欧歐 殴毆 奥奧 横橫 桜櫻 温溫 穏穩 仮假 価價 画畫 会會 絵繪 壊壞 懐懷 概槪 "
    "拡擴 殻殼 覚覺 学學 岳嶽 楽樂 渇渴 缶罐 巻卷 陥陷 勧勸 寛寬 関關 歓歡 観觀 館舘 顔顏 "
    "気氣 既旣 帰歸 亀龜 偽僞 戯戲 犠犧 旧舊 拠據 挙擧 虚虛 峡峽 挟挾 狭狹 教敎 郷鄕鄊 強强 "
    "暁曉 尭堯 区區 駆驅駈 勲勳 薫薰 径徑 茎莖 恵惠 掲揭 渓溪 経經 蛍螢 軽輕 継繼 頚頸 "
    "鶏鷄雞 芸藝 撃擊 欠缺 県縣 倹儉 剣劍劔剱劒釼 険險 圏圈 検檢 献獻 権權 顕顯 験驗 研硏 "
    "厳嚴 呉吳 娯娛 広廣 効效 恒恆 黄黃 鉱鑛砿 号號 国國圀囯 黒黑 砕碎 済濟 斎齋斉齊斊亝 剤劑 "
    "雑雜 参參 桟棧 蚕蠶 惨慘 賛贊 残殘 糸絲 姉姊 歯齒 児兒 辞辭 湿濕 実實 写寫 舎舍 釈釋 "
    "寿壽 収收 従從 渋澁 獣獸 縦縱 粛肅 処處 緒緖 叙敍敘 将將 称稱 渉涉 焼燒 証證 奨奬獎 "
    "条條 状狀 乗乘 浄淨 剰剩 畳疊疉 縄繩 壌壤 嬢孃 譲讓 醸釀 真眞 寝寢 慎愼 尽盡 図圖 粋粹 "
    "酔醉 穂穗 随隨 髄髓 枢樞 数數 瀬瀨 声聲 青靑 清淸 静靜 税稅 窃竊 摂攝 説說 絶絕 専專 "
    "浅淺 戦戰 践踐 銭錢 潜潛濳 繊纖 禅禪 双雙 壮壯 争爭 荘莊 捜搜 挿插 巣巢 曽曾 痩瘦 装裝 "
    "総總 騒騷 増增 蔵藏 臓臟 即卽 属屬 続續 堕墮 対對 体體躰 帯帶 滞滯 台臺 滝瀧 択擇 沢澤 "
    "脱脫 担擔 単單 胆膽 団團 断斷 弾彈 遅遲 痴癡 虫蟲 昼晝 鋳鑄 庁廳 徴徵 聴聽 勅敕 鎮鎭 "
    "逓遞 鉄鐵銕鐡 転轉 点點 伝傳 灯燈 当當 党黨 盗盜 稲稻 闘鬪鬭 徳德悳 独獨 読讀 届屆 弐貳 "
    "悩惱 脳腦 覇霸 拝拜 杯盃 廃廢 売賣 梅楳 麦麥 発發 髪髮 抜拔 晩晚 蛮蠻 秘祕 浜濱濵 瓶甁 "
    "払拂 仏佛 併倂 並竝 餅餠 辺邊邉 変變 弁辨瓣辯 歩步 宝寶寳 豊豐 褒襃 頬頰 翻飜 毎每 万萬 "
    "満滿 麺麵 黙默 弥彌 訳譯 薬藥 与與 予豫 余餘 誉譽 揺搖 様樣 謡謠 遥遙 瑶瑤 来來 頼賴 "
    "乱亂 覧覽 竜龍 両兩 猟獵 緑綠 涙淚 塁壘 礼禮 励勵 戻戾 霊靈 齢齡 暦曆 歴歷 恋戀 錬鍊 "
    "炉爐 労勞 郎郞 楼樓 録錄 湾灣 祢禰 禄祿 槙槇 晋晉 凛凜 萌萠 巌巖 桧檜 尓爾 毀毁 戸戶 "
    "産產 査查 歳歲 蝉蟬 掴摑 噛嚙 鴎鷗 填塡 顛顚 剥剝 祷禱 醤醬 蒋蔣 麹麴 屏屛 侠俠 倶俱 "
    "莱萊 蝋蠟 籠篭 鹸鹼 躯軀 焔焰 涛濤 薮藪 靭靱 諌諫 賎賤 嘗甞 壷壺 嘘噓 叱𠮟 飲飮 彦彥 "
    "触觸 嘱囑 姫姬 衆眾"
)

_IN_NAMES = (
    "高髙 崎﨑嵜㟢 吉𠮷 島嶋嶌嶹㠀 柳栁桺 橋槗𣘺 土圡𡈽 富冨 峰峯 船舩 野埜 桑桒 松枩柗 柏栢 "
    "枡桝 栃杤 園薗 村邨 場塲 淵渕渊 湊凑 昂昻 昇曻 熙煕凞 珍珎 略畧 皐皋 竪豎 群羣 翠翆 "
    "蛎蠣 裏裡 鶴靏靍靎寉 隣鄰 韮韭 穎頴 騨驒 鯵鰺 雁鴈 厩廐廏 冴冱 喜㐂 宜冝 卯夘 本夲 朗朖 "
    "晃晄 煙烟 窓窗牕 庵菴 鼓皷 恭㳟 雄䧺 芦蘆 鋭銳 凉涼 凌淩 鎌鐮 鴬鶯 礪砺 鉤鈎 "
    "多夛 勢㔟 兎兔莵菟"
)

FAMILIES: Final = tuple(f"{_OLD_SHAPES} {_IN_NAMES}".split())
"""Every family, as one text each."""

USUAL: Final = {char: family[0] for family in FAMILIES for char in family[1:]}
"""For every rarer shape, the usual one."""
