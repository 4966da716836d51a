import type { ActReason } from '../../shared/cases.ts';
import { area } from './say.ts';

/** Why a volunteer acted, as the person it is done to reads it, after "Reason:". */
export const actWords = area<ActReason | 'reason'>({
  reviewed: 'no',
  kk: {
    reason: 'Себебі: {reason}.',
    selling: 'зат сату немесе іздеу',
    recruiting: 'жұмысқа тарту',
    personal_data: 'жеке деректер',
    insult: 'қорлау',
    threat: 'қорқыту',
    doses: 'мөлшер немесе тәсіл туралы кеңес',
    flood: 'қайталана берген хабарлар',
    off_topic: 'бөлме тақырыбына қатысы жоқ',
  },
  ru: {
    reason: 'Причина: {reason}.',
    selling: 'продажа или поиск веществ',
    recruiting: 'вербовка на работу',
    personal_data: 'личные данные',
    insult: 'оскорбление',
    threat: 'угроза',
    doses: 'советы о дозах или способах',
    flood: 'много одинаковых сообщений',
    off_topic: 'не по теме комнаты',
  },
  en: {
    reason: 'Reason: {reason}.',
    selling: 'selling or seeking substances',
    recruiting: 'recruiting for work',
    personal_data: 'personal data',
    insult: 'an insult',
    threat: 'a threat',
    doses: 'advice on doses or methods',
    flood: 'many repeated messages',
    off_topic: 'not about the topic of the room',
  },
});
