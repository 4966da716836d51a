/** Words that the contact detector needs: numerals, services, signs said aloud, parts of an address. */
import type { WordList } from '../lexicon.ts';

const kk = `
[n0] нөл, ноль, нол
[zeros] нөл, нол
[n1] бір
[n2] екі
[n3] үш
[n4] төрт
[n5] бес
[n6] алты
[n7] жеті
[n8] сегіз
[n9] тоғыз
[n10] он
[n20] жиырма
[n30] отыз
[n40] қырық
[n50] елу
[n60] алпыс
[n70] жетпіс
[n80] сексен
[n90] тоқсан
[hundred] жүз
[filler] сосын, содан, соң, кейін, соңынан, соңы, соңында, аяғы, қосу, сызықша, және, ары, қарай
[dot] нүкте
[at] айқұлақ, айқулақ, ит белгісі, собака*
[slash] слэш, слеш, қиғаш сызық, бөлшек
[underscore] төменгі сызық, астыңғы сызық, асты сызық, астын сызу
[service] телеграм*, телега*, телеге*, тг, инстаграм*, инста*, уатсап*, ватсап*, вотсап*, вацап*, дискорд*, вк, тикток*, тик ток*, снап*, вайбер*, фейсбук*, стим*, скайп*, сигнал*, желі*, вкдағы, тгдағы, тгда, тгсы, вкда, тикток*
[nick] ник, нигі*, никім*, нигім*, никнейм*, ником, лақап*, логин*, аккаунт*, акк, акым, юзер*, парақша*
[phone-cue] нөмір*, номер*, тел, телефон*, қоңырау*, звонда*, хабарлас*, ұялы*, ватсап*, уатсап*
[iin-cue] жсн, иин, жеке сәйкестендіру
[card-cue] карта*, есепшот*, шот, каспи*, счет*, халык*, халық*, jusan*, жусан*, kaspi*
[street] көше*, даңғыл*, бұлвар*, тұйық*, көш
[micro] ықшам*, шағын аудан*, мөлтек аудан*, мкр*, микрорайон*
[street-name] абай, абылай хан, төле би, сейфуллин, достық, жібек жолы, қабанбай батыр, қарасай батыр, бөгенбай батыр, райымбек, назарбаев, желтоқсан, амангелді, республика, тәуелсіздік, жамбыл, құрманғазы, шевченко, гоголь, пушкин, ленин, гагарин, тимирязев, байтұрсынов, әуезов, мұқанов, жандосов, рысқұлов, сәтбаев, марков, фурманов, наурызбай батыр, панфилов, қонаев, момышұлы, бейбітшілік, мәңгілік ел, қабанбай, сарыарқа, манас, торайғыров, айтеке би, қазыбек би, әл-фараби, әл фараби, розыбакиев, өтеген батыр, сүйінбай, ауэзов, алтын арман, валиханов, уәлиханов, бұқар жырау, ерубаев, гапеева, мира, победы, кенесары, ташенов, иманов, затаевич, бараев, кеңесары, шәкәрім, ыбырай алтынсарин, алтынсарин, естай, катаев, исатай, махамбет, сырым датов, қорқыт ата, желтоксан
[village] ауыл*, село, кент*
[house] үй, үйі, үйде, үйдің, үйінде, үйіне, дом, корпус*
[house-number] үй нөмірі, үйдің нөмірі, үйінің нөмірі, нөмірі
[flat] пәтер*, квартира*, кв, кіреберіс*, подъезд*, қабат*, домофон*
[address-cue] мекенжай*, мекен-жай*, адрес*, тұрамын, тұрамыз, тұрады, тұрам, келіңдер, келіңіз, кел, келші
[live] тұрамын, тұрамыз, тұрам, тұрады
[unit] жыл*, жас*, ай, айда, айдан, айға, айы*, апта*, күн*, сағат*, минут*, теңге*, тг, мың*, миллион*, млн, пайыз*, рет*, адам*, бала*, км, кг, градус*, бөлме*, балл*, ұпай*, метр*, автобус*, қыркүйек*, қазан*, қараша*, желтоқсан*, қаңтар*, ақпан*, наурыз*, сәуір*, мамыр*, маусым*, шілде*, тамыз*, қадам*, литр*, таблетка*, грамм*, қабатты, шақырым*
[money] теңге*, тг, тенге, доллар*, рубль*, миллион*, млн, млрд, мың*
[order] тапсырыс*, заказ*, чек*, трек*, билет*, іс, нөмір билет*, бұйрық*
[tld] ком, кз, ру, орг, инфо
`;

const ru = `
[n0] ноль, нуль, нолик, нолик*
[zeros] нуля, нулей, ноля, нолей, ноликов, нолика
[n1] один, одна, единица, единичка, раз
[n2] два, две, двойка, двоечка
[n3] три, тройка
[n4] четыре, четверка
[n5] пять, пятерка
[n6] шесть, шестерка
[n7] семь, семерка
[n8] восемь, восьмерка
[n9] девять, девятка
[n10] десять
[n11] одиннадцать
[n12] двенадцать
[n13] тринадцать
[n14] четырнадцать
[n15] пятнадцать
[n16] шестнадцать
[n17] семнадцать
[n18] восемнадцать
[n19] девятнадцать
[n20] двадцать
[n30] тридцать
[n40] сорок
[n50] пятьдесят
[n60] шестьдесят
[n70] семьдесят
[n80] восемьдесят
[n90] девяносто
[n100] сто
[n200] двести
[n300] триста
[n400] четыреста
[n500] пятьсот
[n600] шестьсот
[n700] семьсот
[n800] восемьсот
[n900] девятьсот
[filler] и, потом, затем, дальше, далее, плюс, тире, дефис, пробел, ну, код, там, еще, опять, снова, конец, в, конце
[dot] точка, точку, тчк, тчка
[at] собака, собачка, собаку, собакой, собачку
[slash] слэш, слеш, дробь
[underscore] подчеркивание, подчеркивания, нижнее подчеркивание, андерскор, подчерк, нижний пробел, подчеркиванием
[service] телеграм*, телега, телеге, телегу, телеги, телеграме, телег, тг, тгшк*, тгк, тележк*, инстаграм*, инста, инсте, инсту, инсты, инстик*, вотсап*, ватсап*, вацап*, уотсап*, вайбер*, вибер*, дискорд*, дс, вк, вконтакте, тикток*, тик ток*, снап*, снэп*, фейсбук*, фб, стим*, скайп*, сигнал, директ*, мессенджер*, ютуб*, однокласник*, имо
[nick] ник, ника, ником, ники, логин*, аккаунт*, акк, акка, юзернейм*, юзер, профиль, страничк*, никнейм*, тэг, позывной
[phone-cue] номер*, тел, телефон*, звони*, позвони*, набери*, наберит*, набирай*, дозвон*, сотк*, мобильн*, звякни*, пиши на
[iin-cue] иин, жсн, индивидуальн* идентификационн*
[card-cue] карт*, счет*, каспи*, iban, ибан, кошел*, перевед*, скиньте, скидывай*, халык*, реквизит*, перевод*
[street] улиц*, ул, проспект*, пр, пр-т, пр-кт, просп, переул*, пер, бульвар*, бул, шоссе, тупик*, проезд*, проулок*
[micro] мкр*, микрорайон*, мкрн, мкн, микр, м-н, жк, квартал*, массив*
[street-name] абая, абылай хана, абылайхана, толе би, сейфуллина, достык, жибек жолы, кабанбай батыра, карасай батыра, богенбай батыра, райымбека, назарбаева, желтоксан, амангельды, республики, тауелсиздик, джамбула, жамбыла, курмангазы, шевченко, гоголя, пушкина, ленина, гагарина, тимирязева, байтурсынова, ауэзова, муканова, жандосова, рыскулова, сатпаева, маркова, фурманова, наурызбай батыра, панфилова, кунаева, конаева, момышулы, бейбитшилик, мангилик ел, сарыарка, манаса, торайгырова, айтеке би, казыбек би, аль-фараби, аль фараби, розыбакиева, суюнбая, валиханова, бухар жырау, ерубаева, гапеева, мира, победы, кенесары, ташенова, иманова, затаевича, бараева, шакарима, алтынсарина, естая, катаева, исатая, махамбета, сырыма датова, коркыт ата, алтын арман, красина, протозанова, бажова, космонавтов, строителей, комсомольская, советская, школьная, садовая, набережная, центральная, интернациональная, бульвар мира
[village] село, селе, села, поселок*, поселк*, аул*, деревн*, станци*
[house] дом, доме, дома, д, домик*, корпус*, строен*, коттедж*, участок*
[house-number] номер дома, дом номер, номером дома
[flat] кв, квартир*, подъезд*, этаж*, домофон*, пятиэтажк* , вход, общаг*
[address-cue] адрес*, живу, живем, живет, прожива*, прописан*, приезжай*, приходи*, подъезжай*, приедь*, находимся, находится, жду, собираемся, заходи*, подходи*, привози*, выезжайте, ждем
[live] живу, живет, живем, проживаю, проживает
[unit] лет, год*, месяц*, недел*, дн{я,ей,ями,ям,и}, день, час*, минут*, мин, секунд*, тенге, тг, тыс*, рубл*, руб, миллион*, млн, процент*, раз, раза, человек*, дет*, км, километр*, кг, кило, градус*, комнат*, балл*, очк*, метр*, автобус*, маршрут*, январ*, феврал*, март*, апрел*, ма{й,я,е}, июн*, июл*, август*, сентябр*, октябр*, ноябр*, декабр*, шаг*, литр*, таблет*, грам*, вечера, утра, ночи, класс*, штук*, суток, сутки, человек*, числ*, ступен*, этажей, этажа, подъезда, подъездов, рядов, сантиметр*, пачк*
[money] тенге, тг, доллар*, рубл*, руб, миллион*, млн, млрд, тысяч*, тыс, долг*
[order] заказ*, чек*, трек*, билет*, накладн*, приказ*, дело, дела, очеред*, квитанц*, артикул*, посылк*
[tld] ком, кз, ру, орг, инфо, рф
`;

const en = `
[n0] zero, oh, nil, nought
[zeros] zeros, zeroes
[n1] one
[n2] two
[n3] three
[n4] four
[n5] five
[n6] six
[n7] seven
[n8] eight
[n9] nine
[n10] ten
[n11] eleven
[n12] twelve
[n13] thirteen
[n14] fourteen
[n15] fifteen
[n16] sixteen
[n17] seventeen
[n18] eighteen
[n19] nineteen
[n20] twenty
[n30] thirty
[n40] forty, fourty
[n50] fifty
[n60] sixty
[n70] seventy
[n80] eighty
[n90] ninety
[hundred] hundred
[double] double
[triple] triple
[filler] and, then, dash, plus, space, area, code, again, ends, with, hyphen
[dot] dot, period, point
[at-word] at
[at-sign] at sign, at symbol, arroba
[slash] slash
[underscore] underscore, under score, underline
[service] telegram, tg, insta, instagram, ig, gram, whatsapp, watsapp, whats app, wapp, viber, discord, disc, snap, snapchat, tiktok, facebook, fb, steam, skype, signal, vk, kik, wickr, threema, session, twitter, reddit, messenger, gmail, dms, telega, instagramm
[nick] nick, nickname, username, user, handle, account, login, tag, id, alias, profile, acc, name
[phone-cue] number, phone, call, text, cell, mobile, tel, ring, dial, whatsapp
[iin-cue] iin, individual identification, id number
[card-cue] card, account, iban, kaspi, transfer, visa, mastercard, halyk
[street] street, st, avenue, ave, road, rd, lane, ln, boulevard, blvd, drive, prospect, square
[micro] microdistrict, mkr, district, block
[street-name] abay, abai, abylai khan, ablai khan, tole bi, seifullin, dostyk, zhibek zholy, kabanbai batyr, karasai batyr, bogenbai batyr, raiymbek, nazarbayev, nazarbaev, zheltoksan, amangeldy, respublika, gogol, pushkin, lenin, gagarin, timiryazev, baitursynov, auezov, zhandosov, ryskulov, satpayev, satpaev, furmanov, panfilov, kunaev, kunayev, momyshuly, mangilik el, sary arka, manas, aiteke bi, kazybek bi, al farabi, al-farabi, rozybakiev, valikhanov, bukhar zhyrau, mira, pobedy, kenesary, shevchenko
[village] village, aul
[house] house, building, bldg, home
[house-number] house number, building number
[flat] apartment, apt, flat, entrance, floor, unit, room, door
[address-cue] address, live, lives, living, come, located, meet, staying
[live] live, lives, staying
[unit] year*, month*, week*, day*, hour*, minute*, min, mins, tenge, k, percent, people, person, kid*, times, km, miles, mile, kg, degrees, points, bus, steps, pills, grams, am, pm, january, february, march, april, may, june, july, august, september, october, november, december, rooms, meters, dollars, bucks, th, st, nd, rd, hrs, yrs, pounds, lbs, meetings, mg, million, thousand, pages, floors, storeys, stories
[money] tenge, dollars, bucks, usd, kzt, million, thousand, k
[order] order, ticket, receipt, tracking, invoice, case, queue, parcel
[tld] com, kz, ru, org, net, info
`;

/** Lists here put the heading and its words on one line. */
function inLines(text: string): string {
  return text.replace(/^(\[[\w-]+\])\s*/gm, '$1\n');
}

const PREFIX = 'contact.';

/** The contact detector's words. In a lexicon they come first, so that their cues have the indices of `contactCue`. */
export const contactLists: readonly WordList[] = [
  { language: 'kk', text: inLines(kk), prefix: PREFIX },
  { language: 'ru', text: inLines(ru), prefix: PREFIX },
  { language: 'en', text: inLines(en), prefix: PREFIX },
];

/** Names of the cues, in the order in which a lexicon numbers them. */
export const contactCues: readonly string[] = [
  ...new Set([kk, ru, en].flatMap((text) => [...text.matchAll(/^\[([\w-]+)\]/gm)].map(([, name = '']) => name))),
];

const INDEX = new Map(contactCues.map((name, index) => [name, index]));

/** Index of a cue by its name; -1 for none. */
export function contactCue(name: string): number {
  return INDEX.get(name) ?? -1;
}
