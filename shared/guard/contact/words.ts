/** Words that the contact detector needs: numerals, services, signs said aloud, parts of an address. */
import type { WordList } from '../lexicon.ts';

const kk = `
[n0] нол
[many] нөл, дөңгелек
[times] рет
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
[filler] сосын, содан, соң*, кейін, аяғы, қосу, және, ары, қарай, арты*, тағы, ең, басы*, бастап
[dot] нүкте
[at] айқұлақ*, ит белгісі, собака*
[slash] слеш, қиғаш сызық, бөлшек
[underscore] төменгі сызық, астыңғы сызық, асты сызық, астын сызу
[service] телеграм*, телег*, тг, инста*, уатс*, вотс*, вацап*, дискорд*, вк, тик ток*, тикток*, снап*, вайбер*, фейсбук*, стим*, скайп*, сигнал*, вкдағы, тгдағы, тгда, тгсы, вкда
[dash] сызықша*, решетка
[lead] менің, мен, менмін, оның, біздің, аты, атым, деп, деген, сонда, мына, осы, ізде
[calls] атыммен, атпен, ретінде
[spell] латын*, ағылшын*, бірге жаз, кіші әріп*
[say] сөз, сөзі
[nick] ник, нигі*, никім*, никнейм*, ником, лақап*, логин*, аккаунт*, акк, акым, юзер*, парақша*, айди*, атым
[phone-cue] нөмір*, номер*, тел, телефон*, қоңырау*, звонда*, хабарлас*, ұялы*
[iin-cue] жсн, иин
[card-cue] есепшот*, шот, счет*, халық*, жусан*, kaspi*
[street] көше*, даңғыл*, бұлвар*, тұйық*, көш
[micro] ықшам*, шағын аудан*, мөлтек аудан*, мкр*, микрорайон*
[street-name] абай, абылай хан*, абылайхан*, төле би, сейфуллин*, достық, жібек жолы, қабанбай*, бөгенбай*, райымбек*, назарбаев*, амангелді, республика*, тәуелсіздік, жамбыл*, құрманғазы, шевченко, гогол*, пушкин*, ленин{,а}, гагарин*, тимирязев*, жандосов*, рысқұлов*, сәтбаев*, қонаев*, кунаев*, бейбітшілік, мәңгілік ел, сарыарқа, манас*, әл фараби, розыбакиев*, ауэзов*, мира, победы, кеңесары, желтоксан, ынтымақ, жеңіс
[nth] *ыншы, *үшінші
[village] ауыл*, село*, кент*, алматы*, астана*, шымкент*, караганд*, қарағанды*, ақтау*, ақтөбе*, атырау*, өскемен*, семей*, қостанай*, көкшетау*, тараз*, талдықорған*, теміртау*, түркістан*, қызылорд*, павлодар*, петропавл*
[house] үйі, үйде, үйдің, үйінде, үйіне, дом, корпус*
[house-number] үй нөмірі, үйдің нөмірі, үйінің нөмірі
[flat] пәтер*, кв, кіреберіс*, подъезд*, домофон*
[address-cue] мекен-жай*, адрес*, тұрам*, тұрады, үйім*, келсе, келіңдер, келіңіз, кел, келші
[unit] жыл*, жас*, айы*, апта*, күн*, сағат*, пайыз*, рет*, адам*, км, кг, градус*, бөлме*, балл*, ұпай*, метр*, автобус*, вагон*, пойыз*, бап*, кабинет*, қыркүйек*, қазан*, қараша*, желтоқсан*, қаңтар*, ақпан*, наурыз*, сәуір*, мамыр*, маусым*, шілде*, тамыз*, қадам*, литр*, грамм*, қабатты, шақырым*
[money] теңге*, тг, доллар*, рубль*, миллион*, млн, млрд, мың*
[order] тапсырыс*, заказ*, чек*, трек*, билет*, іс, бұйрық*
[tld] ком, кз, ка зет, ру, орг, инфо
`;

const ru = `
[n0] нуль, нолик*
[many] нуля, нулей, ноля, нолей, нолик{ов,а}, бублик*, кружочк*
[times] раза
[double] дважды, пара, двойной
[triple] трижды, тройной
[n1] один, одна, единиц*, единичка, раз
[n2] два, две, двойк*, двоек
[n3] три, тройк*, троек
[n4] четыре, четверк*, четверок
[n5] пять, пятерк*, пятерок
[n6] шесть, шестерк*, шестерок
[n7] семь, семерк*, семерок
[n8] восемь, восьмерк*, восьмерок
[n9] девять, девятк*, девяток
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
[filler] и, потом, затем, дальше, далее, плюс, пробел, ну, код, там, еще, опять, снова, конец, в, конце, следом, после, начало, последние, первые, вот, минус, цифр{а,ы}
[dot] точка, точку, тчк, тчка
[at] собачк{а,у,ой}, гав, песик
[slash] дробь
[underscore] подчеркивани*, нижнее подчеркивание, андерскор, подчерк, нижний пробел
[service] тгшк*, тгк, инст{,е,у,ы,ик}, ватс*, уотс*, вибер*, дс, вконтакте, снэп*, фб, директ*, мессенджер*, ютуб*, одноклас*, имо, тредс, твич*, пабг*, пубг*, роблокс*, варфейс*, доте, мэйл, мейл, гмейл*, джимейл*, твиттер*
[dash] дефис, тире, черточк{а,и,у}
[lead] мой, моя, мое, там, в, на, по, его, ее, ищи, ищите, найд{и,ите,ете}, добавь, добавляйся, просто, тот, же, это, я, меня, он, она, пиши, пишите, вот, под
[calls] как, зовут, ником, именем, никнеймом
[spell] по английски, английскими, слитно, транслит*
[say] слово, слова
[nick] ника, ники, акка, профиль, ид, страничк*, тэг, позывной
[phone-cue] звони*, позвони*, набери*, набирай*, дозвон*, сотк*, мобильн*, городск*, звякни*, пиши на
[card-cue] карт*, ибан, кошел*, перевед*, скиньте, скидывай*, реквизит*
[street] улиц*, ул, проспект*, пр, пр-т, пр-кт, просп, переул*, пер, шоссе, тупик*
[micro] мкн, микр, м-н, жк, квартал*, массив*
[street-name] абая, республики, джамбула, бухар жырау, космонавтов, строителей, комсомольская, советская, школьная, садовая
[nth] перв{ый,ом}, втор{ой,ом}, трет{ий,ьем}, четверт{ый,ом}, пят{ый,ом}, шест{ой,ом}, седьм{ой,ом}, восьм{ой,ом}, девят{ый,ом}, *десят{ый,ом}, *цат{ый,ом}, сороков{ой,ом}
[village] селе, села, поселок*, поселк*, аул*, деревн*, станци*, астане, уральск*, каменогорск*
[house] доме, дома, д, домик*, строен*, коттедж*, участок*
[house-number] номер дома, дом номер, номером дома
[flat] квартир*, вход
[address-cue] живу, живем, живет, прожива*, прописан*, приезжай*, приходи*, подъезжай*, приедь*, находимся, находится, жду, собираемся, заходи*, подходи*, привози*, выезжайте, ждем
[unit] лет, год*, месяц*, недел*, дн{я,ей,ями,ям,и}, день, час*, секунд*, процент*, раз, раза, дет*, километр*, кило, комнат*, очк*, маршрут*, палат*, каб, поезд*, рейс*, стать*, глав{а,ы,е}, школ*, этаж*, январ*, феврал*, март*, апрел*, ма{й,я,е}, июн*, июл*, август*, сентябр*, октябр*, ноябр*, декабр*, шаг*, таблет*, вечера, утра, ночи, класс*, штук*, суток, сутки, человек*, числ*, подъезда, подъездов, сантиметр*, пачк*
[money] рубл*, руб, тысяч*, тыс, долг*
[order] накладн*, приказ*, дело, дела, очеред*, квитанц*, артикул*, посылк*
[tld] рф
`;

const en = `
[n0] zero, oh, nil, nought, nothing
[many] zeros, zeroes, nothings, ohs
[times] times
[n1] one, ones
[n2] two, twos
[n3] three, threes
[n4] four, fours
[n5] five, fives
[n6] six, sixes
[n7] seven, sevens
[n8] eight, eights
[n9] nine, nines
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
[filler] and, then, plus, space, area, code, again, ends, with, after, followed, by, finally, last, minus
[dot] dot
[at-word] at
[at-sign] at sign, at symbol, arroba, dog sign
[slash] slash
[underscore] underscore, under score, underline
[service] telegram, tg, insta, instagram, ig, whatsapp, watsapp, whats app, wapp, viber, discord, disc, snap, snapchat, tiktok, facebook, fb, steam, skype, signal, vk, kik, wickr, session, twitter, messenger, gmail, telega, tele, teleg, xbox, psn, twitch, roblox, pubg, strava, linkedin, threads, imo, zoom, legends
[dash] dash, dashes, hyphen, hash
[lead] my, is, the, a, in, on, at, also, called, search, find, add, me, under, same, nick, name, i, m, im, it, its, s, here, look, for, us
[calls] as, named
[spell] no spaces, no caps, small letters, lowercase, all lower, one word
[say] the word
[nick] nick, nickname, username, user, handle, account, login, tag, id, uid, alias, profile, acc
[phone-cue] number, phone, call, text, cell, mobile, landline, tel, ring, dial
[iin-cue] iin, id number
[card-cue] card, account, iban, kaspi, transfer, visa, mastercard, halyk
[street] street, st, str, avenue, ave, road, rd, lane, ln, boulevard, blvd, prospect, square
[micro] microdistrict, mkr, district, block
[street-name] abay, abai, abylai khan, tole bi, seifullin, dostyk, zhibek zholy, jibek joly, kabanbai, nazarbayev, satpayev, zheltoksan, gogol, pushkin, lenin, gagarin, furmanov, ryskulov, kunaev, timiryazev, manas, al farabi, mira
[nth] first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, eleventh, twelfth, *teenth
[village] village, aul, almaty, astana, shymkent, karaganda, aktau, aqtau, kamenogorsk, kostanay, kokshetau, taraz, pavlodar
[house] house, building, bldg, home
[house-number] house number, building number
[flat] apartment, apt, flat, entrance
[address-cue] address, live, lives, living, come, located, meet, staying
[unit] year*, month*, week*, day*, hour*, minute*, min, mins, percent, people, person, kid*, times, km, mile*, kg, degrees, points, bus, step*, pills, grams, am, pm, january, february, march, april, may, june, july, august, september, october, november, december, rooms, meters, th, st, nd, rd, hrs, yrs, pounds, lbs, mg, page*, chapter, floor*, channel, level
[money] tenge, dollars, bucks, usd, kzt, million, thousand, k
[order] order, ticket, receipt, tracking, invoice, case, queue, parcel
[tld] com, kz, k z, ru, org, net, info, example
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
