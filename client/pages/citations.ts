/** Where the facts of the rights, couriers and region pages were read; dates are the sources' own. */
export interface Citation {
  url: string;
  date: string;
}

const CPZ =
  'https://github.com/bekssa/CPZ-Medical-Portal/blob/9473fe3739fa055aa16b304dbd9c2dad1484125b/src/data/content-ru.json';

export const CITED = {
  /** The Almaty centre's own answers, read in a public copy of cpzalmaty.kz. */
  faq: { url: `${CPZ}#patients/faq`, date: '2026-03-09' },
  /** Articles of the Code as the Almaty centre prints them, same copy. */
  code: { url: CPZ, date: '2026-03-09' },
  ministry: {
    url: 'https://newshub.kz/post/v-kazaxstane-pod-dinamiceskim-nablyudeniem-naxodyatsya-300-tys-psixiceski-bolnyx-1665389047',
    date: '2022-10-10',
  },
  treatment: { url: 'https://www.czhr.kz/post/как-сегодня-в-казахстане-лечат-зависимости', date: '' },
  rehabs: {
    url: 'https://baigenews.kz/amp/news/rehaby-kazahstana-za-chey-schyot-nuzhno-lechit-narkozavisimyh_138832',
    date: '',
  },
  rules203: { url: 'https://zakon.uchet.kz/kaz/docs/V2000021680', date: '2020' },
  rules224: { url: 'https://adilet.zan.kz/rus/docs/V2000021712', date: '2020' },
  order114: { url: 'https://adilet.zan.kz/kaz/docs/V2400035560/compare', date: '2024-12-27' },
  licences: {
    url: 'https://alau.kz/opasno-dlja-dorogi-kazahstancam-s-medprotivopokazanijami-zakryvajut-dostup-k-vozhdeniju/',
    date: '2026-01-06',
  },
  compulsory: { url: 'https://adilet.zan.kz/eng/docs/V2000021747/compare/kaz', date: '2020' },
  terms2018: {
    url: 'https://www.kt.kz/eng/society/each_day_about_12_almaty_citizens_address_to_heal_their_relatives_from_alcohol_and_drug_abuse_doctor_1153661426.html',
    date: '2018',
  },
  fund: { url: 'https://fms.kz/en/useful-to-know/kak-zashitit-svoy-prava-patsienta/', date: '' },
  deputy: {
    url: 'https://www.zakon.kz/obshestvo/6494370-deputat-zayavila-o-roste-chisla-lyudey-s-psikhicheskimi-rasstroystvami-izza-narkotikov.html',
    date: '2025-10-15',
  },
  labour: { url: 'https://time.kz/articles/territory/2022/06/01/vse-svobodny', date: '2022-06-01' },
  methadone: {
    url: 'https://inbusiness.kz/ru/news/lechit-narkozavisimyh-metadonom-za-schet-respublikanskogo-byudzheta-planiruyut-v-kazahstane',
    date: '',
  },
  youth: {
    url: 'https://www.zakon.kz/stati/6487374-molodezhnye-tsentry-zdorovya-chem-oni-mogut-pomoch-podrostkam.html',
    date: '2025-08-15',
  },
  confidential: { url: 'https://www.caravan.kz/gazeta/molodye-da-rannie-683323', date: '' },
  aa: {
    url: 'https://capitaldailynews.com/fr-ru/categorie/ordre-du-jour/anonymement.-volontairement.-gratuitement-155199',
    date: '',
  },
  line111: {
    url: 'https://turantimes.kz/obschestvo/46231-v-kazahstane-zapuschen-edinyj-telefon-doverija-dlja-zhertv-nasilija-i-bullinga.html',
    date: '2023-10-16',
  },
  hired: {
    url: 'https://rus.baq.kz/60-podrostkov-zaderzhany-za-narkoprestupleniya-mvd-byot-trevogu_300026186/',
    date: '2025-11-04',
  },
  adverts: {
    url: 'https://mgorod.kz/news/opasnaya-vakansiya-pochemu-molodezh-zko-idet-zakladyvat-narkotiki',
    date: '2023-10-13',
  },
  detained: {
    url: 'https://www.inform.kz/ru/10-shkolnikov-zaderzhani-zazakladki-snachala-goda-vkazahstane-46bbde',
    date: '2025-10-13',
  },
  reminded: {
    url: 'https://www.zakon.kz/obshestvo/6488942-podrostkam-v-kazakhstane-napomnili-pro-prestuplenie-za-kotoroe-mozhno-lishitsya-svobody-do-20-let.html',
    date: '2025-08-29',
  },
  amounts: {
    url: 'https://qz.inform.kz/news/esrtk-smen-turmede-otirgandar-zhana-zanga-saykes-zhazasin-zhenldete-aladi-0d7f3c',
    date: '2025',
  },
  students: {
    url: 'https://zakon.kz/stati/6447336-v-kostanayskoy-oblasti-za-2-goda-pyatero-nesovershennoletnikh-popalis-na-rasprostranenii-narkotikov.html',
    date: '2024-09-04',
  },
  cards: {
    url: 'https://alau.kz/v-kazahstane-vvedena-ugolovnaja-otvetstvennost-za-dropperstvo/',
    date: '2025-09-16',
  },
  cardOf17: {
    url: 'https://kazpravda.kz/n/sem-ugolovnyh-del-zaveli-na-dropperov-v-kazahstane/',
    date: '2025-10-22',
  },
  parents: { url: 'https://time.kz/news/2024/09/11/mvd-preduprezhdaet', date: '2024-09-11' },
  line112: { url: 'https://egov.kz/cms/en/articles/emergency_number_112?lang=ru', date: '2021-09-08' },
} as const satisfies Record<string, Citation>;
export type CitationName = keyof typeof CITED;

/** The day on which all of them were read. */
export const READ_ON = '2026-11-22';
