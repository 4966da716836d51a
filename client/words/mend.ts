import { area } from './say.ts';

/** The two sentences of repair that stand beside every entry, apart from the forms' words: the chat carries these. */
export const mendWords = area({
  reviewed: 'no',
  kk: { report: 'Бірдеңе дұрыс емес пе?', checking: 'Тексеріліп жатыр: нөмір не мекенжай қате болуы мүмкін.' },
  ru: { report: 'Что-то не так?', checking: 'Проверяется: номер или адрес может быть неверным.' },
  en: { report: 'Something wrong?', checking: 'Being checked: the number or the address may be wrong.' },
});
