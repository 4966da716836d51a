import { expect, test } from 'vitest';
import { Lexicon } from '../lexicon.ts';
import { read } from '../words.ts';
import { allowedNumbers, ContactSense } from './contact.ts';
import { contactCue, contactCues, contactLists } from './words.ts';

const words = new Lexicon(contactLists);
const sense = new ContactSense(allowedNumbers(['8 800 000 00 00']));
const find = (text: string) => {
  const reading = read(text);
  return sense.find(text, reading, words.search(reading));
};

test('the cues are numbered as a lexicon numbers them', () => {
  expect(words.cues).toEqual(contactCues.map((name) => `contact.${name}`));
  expect(contactCue('service')).toBe(words.cue('contact.service'));
});

test.each([
  ['8 (702) 000-41-42', 'phone'],
  ['+7 747 000 41 42', 'phone'],
  ['восемь семьсот два, три нуля, сорок один, сорок два', 'phone'],
  ['сегіз жеті жүз екі, үш нөл, қырық бір, қырық екі', 'phone'],
  ['segiz jeti juz eki, ush nol, qyryq bir, qyryq eki', 'phone'],
  ['eight seven oh two triple zero forty one forty two', 'phone'],
  ['8️⃣7️⃣0️⃣2️⃣0️⃣0️⃣0️⃣4️⃣1️⃣4️⃣2️⃣', 'phone'],
  ['8 7O2 OOO 41 42', 'phone'],
  ['8.7.0.2.0.0.0.4.1.4.2', 'phone'],
  ['24 14 000 207 8', 'phone'],
  ['8 800 000 00 01', 'phone'],
  ['primer@example.com', 'email'],
  ['primer собака example точка ком', 'link'],
  ['ulgi айқұлақ example нүкте kz', 'link'],
  ['p r i m e r @ e x a m p l e . c o m', 'email'],
  ['@primer_nick', 'handle'],
  ['тг: primer_nick', 'handle'],
  ['найди меня в инсте под ником primer', 'handle'],
  ['собака primer нижнее подчёркивание nick', 'handle'],
  ['t.me/primer', 'link'],
  ['т точка ме слэш primer', 'link'],
  ['https://example.com/a?b=1', 'link'],
  ['moc.elpmaxe@remirp', 'link'],
  ['900101300123', 'iin'],
  ['ИИН 901301300123', 'iin'],
  ['4400 4300 0000 1111', 'card'],
  ['ул. Абая, дом 27', 'address'],
  ['Абай көшесі, 27-үй', 'address'],
  ['27 Abay Street, apt 4', 'address'],
  ['живу на Тимирязева 42', 'address'],
  ['Самал-2 ықшамауданы, 33 үй', 'address'],
  ['Сейфуллина 40, кто успеет', 'address'],
  ['көмектесіңдер, Төле би 118', 'address'],
  ['my phone is 87O5OOO4I7I', 'phone'],
  ['8 7 o 7 ooo 3 4 4 1', 'phone'],
  ['zoom.example/j/000451', 'link'],
  ['@ z h u l d y z _ 000', 'handle'],
  ['8 705, две семёрки, три нуля, пара девяток', 'phone'],
  ['сегіз жеті жүз бір, үш рет нөл, төрт, нөл, он екі', 'phone'],
  ['8. Подожди. 771. Дочитай до конца. 000. Правда. 64. Честно. 27.', 'phone'],
  ['без первых двух: 02 000 74 53', 'phone'],
  ['городской 22-14-05', 'phone'],
  ['7172 00 04 81, регистратура', 'phone'],
  ['8 7O7 OOO ЗЗ I8', 'phone'],
  ['44OO 43O3 OOOO I7I7', 'card'],
  ['ЖСН: тоқсан екі, нөл бес, он тоғыз, төрт, нөл нөл, жиырма бір, алты', 'iin'],
  ['приезжай: Рудный, Топоркова 17/2, калитка', 'address'],
  ['принесите на Чокина 31, охраннику', 'address'],
  ['Степная 8, собака не кусается', 'address'],
  ['Қарабұлақ ауылы, Тың 4 үй', 'address'],
  ['Төле би бір-бір-сегіз, келіңдер', 'address'],
  ['Бөкен би 17, екінші қабат', 'address'],
  ['жиырма екінші үй, көшесі Гагарин', 'address'],
  ['третий микрорайон, дом восемнадцатый', 'address'],
  ['дом 7 по Сейфуллина', 'address'],
  ['Satpayev, number twenty-seven, flat eleven', 'address'],
  ['we meet at Zhandosov 58, blue door', 'address'],
  ["I'm aru.primer on insta", 'handle'],
  ['инста моей сестрёнки primer.cakes, она всё объяснит', 'handle'],
  ['primer77 деген телеграмда', 'handle'],
  ['в вк как Пример Тестова', 'handle'],
  ['мой айди 512345678', 'handle'],
  ['в инсте: слово пример, потом точка, потом имя кошки, всё латиницей', 'handle'],
  ['dana at primer dot home', 'email'],
  ['бит точка лай дробь primer', 'link'],
  ['primer, сосын нүкте, сосын кз', 'link'],
  ['primer🔹kz', 'link'],
])('%s holds a %s', (text, rule) => {
  const hits = find(`ну вот ${text}`);
  expect(hits.map((hit) => hit.rule)).toContain(`contact.${rule}`);
});

test.each([
  'звоните 112, 103 или 150',
  '8-800-000-00-00 сенім телефоны',
  'кредит 450 000 тенге, плачу 30 000 в месяц',
  'в 2019 сел, в 2023 вышел',
  'живу на Абая, рядом парк',
  'Абай 175 жыл бұрын туған',
  'на Достык живу 5 лет',
  'пиши в телегу',
  'скинь инсту',
  'Тұлпар-5, рахмет',
  'давление 140 на 90, пульс 88',
  'заказ 4500127788 не пришёл',
  '771399123456 это номер накладной',
  'один два три четыре пять шесть семь восемь',
  'набрал 112 балл',
  'кабинет 305, третий этаж',
  'на улице минус 20 градусов',
  'устал.но держусь',
  'счёт 3:2, две двойки и три тройки за день',
  'один, два раза, три раза, потом пять',
  'взял 20 000, отдал 5 000, потом ещё 3 000',
  '12.03.2021 сорвался, 15.04.2021 вернулся',
  'в 8.00 встал, в 7.40 автобус, 12 остановок',
  'телефон за 120 000 купил',
  'на Абая два магазина, на Достык 3 кофейни',
  'Сарыарка-7, спасибо тебе',
  'Палата 7, второй этаж',
  'в доме 5 подъездов и 40 квартир',
  'Алматыда 3 пәтер ауыстырдым, ауылда 4 үй қалды',
  'улица длинная, 3 фонаря на всю',
  'принимаю Кветиапин 25, потом Ламиктал 100',
  'Скорая 103, полиция 102',
  'екінші қабатта тұрамын, үшінші күн',
  'test drive on Saturday, my whole street. I am 56',
  'on page 12, at step 9, room 4',
  'удалил телеграм, потом поставил. слабак, и точка',
  'в телеге общались по-английски, потом по-русски',
  'в инсте 100к подписчиков',
  'my insta was hacked, telegram is down today',
  'insta ruined me. covid too, step by step',
  'meet you at the trust point, stay there',
])('%s holds none', (text) => {
  expect(find(text)).toEqual([]);
});

test('a span points into the original, disguise included', () => {
  const text = 'звони ８７０２\u200b0004142 ночью';
  const [hit] = find(text);
  expect(text.slice(hit?.start, hit?.end)).toBe('８７０２\u200b0004142');
});
