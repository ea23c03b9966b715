/** Chinese words that have a Latin counterpart in company names; the others are spelled by sound. Longer ones first. */
const chinese =
  '中国:china 中國:china 北京:beijing 上海:shanghai 广州:guangzhou 深圳:shenzhen 杭州:hangzhou 南京:nanjing 天津:tianjin 重庆:chongqing 武汉:wuhan 成都:chengdu 香港:hongkong 台湾:taiwan 集团:group 集團:group 控股:holding 银行:bank 銀行:bank 保险:insurance 保險:insurance 科技:technology 技术:technology 技術:technology 贸易:trade 貿易:trade 商贸:trade 物流:logistics 运输:transport 運輸:transport 电子:electronics 電子:electronics 电气:electric 電氣:electric 电器:electric 电力:power 软件:software 軟件:software 网络:network 網絡:network 信息:information 系统:systems 系統:systems 实业:industry 實業:industry 工业:industry 工業:industry 国际:international 國際:international 国家:national 能源:energy 化工:chemical 医药:pharma 醫藥:pharma 制药:pharma 医疗:medical 医院:hospital 醫院:hospital 大学:university 大學:university 学院:college 研究院:institute 汽车:auto 汽車:auto 建设:construction 建設:construction 建筑:construction 工程:engineering 机械:machine 機械:machine 钢铁:steel 鋼鐵:steel 石油:oil 航空:airline 铁路:railway 通信:telecom 电信:telecom 移动:mobile 移動:mobile 投资:investment 投資:investment 金融:finance 证券:securities 基金:fund 地产:property 房地产:property 食品:food 环保:environment 生物:biotech 传媒:media 广告:advertising 咨询:consulting 服务:services 設備:equipment 设备:equipment 材料:materials 纺织:textile 服装:fashion 包装:packaging 印刷:print 家具:furniture 酒店:hotel 旅游:travel 教育:education 数据:data 数字:digital 智能:smart 自动化:automation 半导体:semiconductor 光电:optics 东方:orient 人民:people 中学:secondaryschool 小学:primaryschool 幼儿园:kindergarten 政府:government 中心:center 电网:powergrid 地铁:metro 华北:north 华南:south 华东:east 华西:west 农业:agriculture 发展:development 制造:manufacturing 供应链:supply 有色金属:metal 和:and'
    .split(' ')
    .map((entry) => entry.split(':') as [string, string])
    .toSorted((a, b) => b[0].length - a[0].length);

/** The Chinese words it knows in English, apart from their neighbours. */
export function withEnglishWords(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  const counted = withoutPlaceSigns(text).replace(
    /第([一二三四五六七八九十]{1,3}|\d+)/gu,
    (_, number: string) => ` ${ordinalOf(number)} `,
  );
  return chinese.reduce((said, [word, english]) => said.replaceAll(word, ` ${english} `), counted);
}

/** "Shenzhen city" in front of a name is Shenzhen. Not the last sign of "supermarket" or "town", which is the same one. */
const withoutPlaceSigns = (text: string): string =>
  text.replace(
    /^\s*(?:(\p{Script=Han}{2,3})省)?(\p{Script=Han}{2,4}?)(?<![超城都股菜])市/u,
    (_, province: string | undefined, city: string) => `${province ?? ''} ${city} `,
  );

const digits = '零一二三四五六七八九';
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** "Sixth" of a Chinese number up to 99; as a number from eleven on. */
function ordinalOf(written: string): string {
  const [tens = '', ones = ''] = written.includes('十') ? written.split('十') : ['0', written];
  const digit = (sign: string): number => digits.indexOf(sign);
  const number = /^\d+$/.test(written)
    ? Number(written)
    : (tens === '' ? 1 : Math.max(0, digit(tens))) * 10 + (ones === '' ? 0 : digit(ones));
  return ordinals[number - 1] ?? String(number);
}
