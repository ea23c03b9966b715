import { chineseNumber, ordinalOf } from './ordinals';

/** Chinese words that have a Latin counterpart in company names; the others are spelled by sound. Longer ones first. */
const chinese =
  '中国:china 中國:china 北京:beijing 上海:shanghai 广州:guangzhou 深圳:shenzhen 杭州:hangzhou 南京:nanjing 天津:tianjin 重庆:chongqing 武汉:wuhan 成都:chengdu 香港:hongkong 台湾:taiwan 集团:group 集團:group 控股:holding 银行:bank 銀行:bank 保险:insurance 保險:insurance 科技:technology 技术:technology 技術:technology 贸易:trade 貿易:trade 商贸:trade 物流:logistics 运输:transport 運輸:transport 电子:electronics 電子:electronics 电气:electric 電氣:electric 电器:electric 电力:power 软件:software 軟件:software 网络:network 網絡:network 信息:information 系统:systems 系統:systems 实业:industry 實業:industry 工业:industry 工業:industry 国际:international 國際:international 国家:national 能源:energy 化工:chemical 医药:pharma 醫藥:pharma 制药:pharma 医疗:medical 医院:hospital 醫院:hospital 大学:university 大學:university 学院:college 研究院:institute 汽车:auto 汽車:auto 建设:construction 建設:construction 建筑:construction 工程:engineering 机械:machine 機械:machine 钢铁:steel 鋼鐵:steel 石油:oil 航空:airline 铁路:railway 通信:telecom 电信:telecom 移动:mobile 移動:mobile 投资:investment 投資:investment 金融:finance 证券:securities 基金:fund 地产:property 房地产:property 食品:food 环保:environment 生物:biotech 传媒:media 广告:advertising 咨询:consulting 服务:services 設備:equipment 设备:equipment 材料:materials 纺织:textile 服装:fashion 包装:packaging 印刷:print 家具:furniture 酒店:hotel 旅游:travel 教育:education 数据:data 数字:digital 智能:smart 自动化:automation 半导体:semiconductor 光电:optics 东方:orient 人民:people 中学:secondaryschool 小学:primaryschool 幼儿园:kindergarten 政府:government 中心:center 电网:powergrid 地铁:metro 华北:north 华南:south 华东:east 华西:west 农业:agriculture 发展:development 制造:manufacturing 供应链:supply 有色金属:metal 和:and'
    .split(' ')
    .map((entry) => entry.split(':') as [string, string])
    .toSorted((a, b) => b[0].length - a[0].length);

/** Provinces and cities that companies put in front of their names; those above are told by their English ones. */
const places =
  '河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆 石家庄 唐山 秦皇岛 邯郸 保定 廊坊 沧州 太原 大同 呼和浩特 包头 鄂尔多斯 沈阳 大连 鞍山 抚顺 锦州 长春 哈尔滨 大庆 齐齐哈尔 苏州 无锡 常州 南通 徐州 扬州 镇江 泰州 盐城 连云港 淮安 昆山 江阴 张家港 常熟 宁波 温州 嘉兴 湖州 绍兴 金华 义乌 台州 舟山 丽水 衢州 合肥 芜湖 蚌埠 马鞍山 福州 厦门 泉州 漳州 莆田 南昌 九江 赣州 景德镇 济南 青岛 烟台 潍坊 淄博 威海 临沂 济宁 泰安 德州 日照 东营 郑州 洛阳 开封 新乡 南阳 许昌 宜昌 襄阳 荆州 黄石 长沙 株洲 湘潭 衡阳 岳阳 常德 东莞 佛山 中山 珠海 惠州 汕头 江门 湛江 肇庆 茂名 南宁 柳州 桂林 海口 三亚 绵阳 德阳 宜宾 泸州 贵阳 遵义 昆明 大理 拉萨 西安 宝鸡 咸阳 兰州 西宁 银川 乌鲁木齐 澳门'
    .split(' ')
    .toSorted((a, b) => b.length - a.length);

/** Signs as they are written in Hong Kong and Taiwan, and on the mainland: those that companies have in their names. */
const traditional =
  '國国 華华 東东 業业 電电 門门 車车 馬马 龍龙 鳳凤 長长 萬万 億亿 興兴 發发 達达 豐丰 寶宝 聯联 豔艳 麗丽 藝艺 藍蓝 綠绿 紅红 銀银 鋼钢 鐵铁 錦锦 銘铭 義义 禮礼 廣广 慶庆 連连 運运 遠远 進进 輝辉 順顺 飛飞 鵬鹏 魚鱼 鳥鸟 鴻鸿 麥麦 開开 關关 陽阳 陳陈 陸陆 際际 雲云 靈灵 頂顶 領领 風风 飲饮 養养 駿骏 騰腾 島岛 嶺岭 師师 帶带 廠厂 張张 強强 彙汇 匯汇 恆恒 愛爱 態态 應应 戰战 撫抚 時时 晉晋 曉晓 書书 會会 榮荣 樂乐 樓楼 橋桥 機机 歐欧 歲岁 氣气 漢汉 潔洁 潤润 澤泽 濟济 瀾澜 灣湾 煙烟 熱热 燈灯 營营 爾尔 環环 產产 畫画 當当 盤盘 盧卢 眾众 碩硕 種种 積积 穩稳 筆笔 節节 紀纪 紙纸 紡纺 細细 終终 組组 結结 給给 統统 經经 維维 網网 線线 總总 織织 繡绣 繪绘 羅罗 聖圣 聲声 腦脑 膠胶 臺台 與与 舊旧 莊庄 葉叶 蓋盖 蘇苏 蘭兰 號号 術术 衛卫 裝装 複复 規规 視视 親亲 觀观 計计 訊讯 設设 許许 評评 試试 話话 該该 誠诚 語语 調调 諾诺 謝谢 證证 譽誉 讀读 豬猪 貝贝 財财 貨货 貿贸 費费 資资 賓宾 賽赛 贏赢 軍军 軒轩 軟软 輕轻 輪轮 農农 邁迈 郵邮 鄉乡 鄧邓 鄭郑 醫医 針针 鈴铃 錢钱 鍋锅 鏡镜 鑄铸 閃闪 閣阁 階阶 隊队 雙双 離离 靜静 韓韩 顧顾 飯饭 館馆 驗验 體体 點点 齊齐 齡龄 無无 錫锡 動动 備备 務务 勝胜 偉伟 傳传 優优 倉仓 創创 劃划 勞劳 協协 參参 單单 圖图 團团 園园 圓圆 場场 報报 壓压 塗涂 夢梦 奧奥 學学 寧宁 對对 導导 庫库 廳厅 彈弹 從从 徵征 憶忆 據据 擴扩 擔担 攝摄 數数 斷断 暢畅 條条 構构 極极 標标 樣样 樹树 檢检 櫃柜 權权 決决 沖冲 淨净 淺浅 減减 渦涡 測测 滬沪 滿满 濱滨 畢毕 療疗 監监 確确 磚砖 礎础 稅税 競竞 範范 築筑 簡简 籃篮 約约 純纯 級级 緣缘 縣县 繼继 續续 聞闻 職职 蕭萧 藥药 蘆芦 補补 製制 訂订 記记 診诊 詢询 論论 護护 變变 貴贵 買买 賣卖 質质 購购 趙赵 跡迹 轉转 載载 輔辅 選选 遞递 邊边 鄰邻 釋释 鈦钛 鈞钧 銅铜 鋁铝 鋅锌 鋰锂 錄录 鍵键 鎮镇 鎢钨 鎳镍 鏈链 鑽钻 閥阀 閱阅 閩闽 闊阔 陰阴 隨随 險险 雜杂 雞鸡 韻韵 響响 項项 預预 頻频 顏颜 願愿 類类 飾饰 餅饼 馳驰 驅驱 魯鲁 鮮鲜 鯨鲸 鷹鹰 鹽盐 黃黄 齒齿 瀋沈 瀘泸 灘滩 燒烧 爐炉 獅狮 獨独 獻献 瑪玛 瓊琼 厲厉 喬乔 堅坚 塊块 壯壮 壽寿 奮奋 孫孙 實实 審审 層层 嵐岚 岡冈 峽峡 巖岩 幣币 幫帮 廬庐 懷怀 戶户 揚扬 換换 損损 攜携 棟栋 橫横 歡欢 歷历 湯汤 溫温 滄沧 漁渔 潛潜 濃浓 濕湿 灑洒 紹绍 緯纬 綿绵 蕪芜 貢贡 邏逻 鍾钟 鐘钟 鉅钜 雋隽 馮冯'
    .split(' ')
    .map((pair) => Array.from(pair) as [string, string]);
const simpleSign: ReadonlyMap<string, string> = new Map(traditional);

/** Chinese as it is written on the mainland, sign by sign. */
export const simplified = (text: string): string =>
  /\p{Script=Han}/u.test(text) ? Array.from(text, (sign) => simpleSign.get(sign) ?? sign).join('') : text;

/** The Chinese words it knows in English, and the cities in front, apart from their neighbours. `city`: where the customer is. */
export function withEnglishWords(text: string, city: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  const counted = withPlaceApart(withoutPlaceSigns(text), simplified(city).replace(/市$/u, '')).replace(
    /第([〇零一二三四五六七八九十百]{1,7}|\d+)/gu,
    (_, number: string) => ` ${ordinalOf(chineseNumber(number))} `,
  );
  return chinese.reduce((said, [word, english]) => said.replaceAll(word, ` ${english} `), counted);
}

/** Province and city in front of a name as words of their own, unless nothing is left. */
function withPlaceApart(text: string, city: string): string {
  let [place, rest] = ['', text.trim()];
  for (;;) {
    const next = [city, ...places].find(
      (each) => each.length > 1 && rest.startsWith(each) && rest.length > each.length,
    );
    if (next === undefined) return `${place}${rest}`;
    place += `${next} `;
    rest = rest.slice(next.length).trim();
  }
}

/** "Shenzhen city" in front of a name is Shenzhen. Not the last sign of "supermarket" or "town", which is the same one. */
const withoutPlaceSigns = (text: string): string =>
  text.replace(
    /^\s*(?:(\p{Script=Han}{2,3})省)?(\p{Script=Han}{2,4}?)(?<![超城都股菜])市/u,
    (_, province: string | undefined, city: string) => `${province ?? ''} ${city} `,
  );
