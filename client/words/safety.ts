import type { ReportReason, VolunteerReportReason } from '../../shared/cases.ts';
import { area } from './say.ts';

type Keys =
  | ReportReason
  | `v_${VolunteerReportReason}`
  | 'report'
  | 'reportTitle'
  | 'reportVolunteer'
  | 'reportVolunteerTitle'
  | 'reportThanks'
  | 'myReports'
  | 'aboutMessage'
  | 'aboutVolunteer'
  | 'o_waiting'
  | 'o_acted'
  | 'o_no_action'
  | 'answer'
  | 'hide'
  | 'hidden'
  | 'showAgain'
  | 'warn'
  | 'mute'
  | 'muteEnd'
  | 'lifted'
  | 'appeal'
  | 'a_waiting'
  | 'a_upheld'
  | 'myRemoved'
  | 'rename'
  | 'renameAsk'
  | 'renameYes'
  | 'stayWithMe'
  | 'stayAsked'
  | 'stayLater'
  | 'stayNobody'
  | 'coming'
  | 'youngTitle'
  | 'youngAsk'
  | 'youngUnder'
  | 'youngOver'
  | 'underTitle'
  | 'underText'
  | 'underCentres';

/** Words of what keeps people safe: reports and their answers, sanctions and appeals, calling a volunteer, the room for the young. */
export const safetyWords = area<Keys>({
  reviewed: 'no',
  kk: {
    report: 'Хабарлау',
    reportTitle: 'Бұл хабарда не дұрыс емес?',
    sells: 'Зат сатып немесе іздеп жүр',
    recruits: 'Жұмысқа, курьерлікке шақырып жүр',
    personal_data: 'Біреудің жеке дерегін жазған',
    cruel: 'Қорлап немесе қорқытып жатыр',
    danger: 'Біреуге қауіп төніп тұр',
    reportVolunteer: 'Ерікті туралы хабарлау',
    reportVolunteerTitle: 'Ерікті не істеді? Мұны оның өзі емес, жетекшілер қарайды.',
    v_rude: 'Дөрекі сөйледі',
    v_unfair: 'Әділ болмады',
    v_asked_contact: 'Нөмірімді немесе кездесуді сұрады',
    v_let_harm: 'Зиянды нәрсеге көз жұмды',
    v_other: 'Басқа нәрсе',
    reportThanks: 'Рақмет, ерікті қарайды. Жауабын осында айтамыз.',
    myReports: 'Менің хабарлауларым',
    aboutMessage: 'Хабар туралы, {time}',
    aboutVolunteer: 'Ерікті туралы, {time}',
    o_waiting: 'қаралып жатыр',
    o_acted: 'шара қолданылды',
    o_no_action: 'қаралды, ереже бұзылмаған',
    answer: 'Сіз хабарлаған нәрсе: {outcome}.',
    hide: 'Маған көрсетпеу',
    hidden: { one: 'Жасырылған хабар', other: '{n} жасырылған хабар' },
    showAgain: 'Қайта көрсету',
    warn: 'Ерікті ескерту жасады.',
    mute: 'Ерікті жазуыңызды уақытша тоқтатты. Оқуға және көмек сұрауға болады.',
    muteEnd: 'Аяқталады: {when}.',
    lifted: 'Шектеу алынды. Қайта жаза аласыз.',
    appeal: 'Басқа адам қарасын',
    a_waiting: 'Басқа ерікті қарап жатыр.',
    a_upheld: 'Басқа ерікті қарап, шешімді қалдырды.',
    myRemoved: 'Ерікті сіздің хабарыңызды алып тастады.',
    rename: 'Атымды ауыстыру',
    renameAsk: 'Жаңа ат беріледі. Мұны бір рет қана жасауға болады.',
    renameYes: 'Ауыстыру',
    stayWithMe: 'Ерікті шақыру',
    stayAsked: 'Еріктіге айттық. Жауап осы жерге келеді. Өмірге қауіп төнсе, күтпей 103 немесе 112 теріңіз.',
    stayLater: 'Қазір ерікті жоқ. Келесі кезекшілік: {when}. Өмірге қауіп төнсе, 103 немесе 112 теріңіз.',
    stayNobody: 'Қазір ерікті жоқ. Өмірге қауіп төнсе, 103 немесе 112 теріңіз.',
    coming: '{name} осында, сізбен сөйлеседі.',
    youngTitle: 'Жастар бөлмесі',
    youngAsk: 'Бұл бөлме 16 жастан бастап. Жасыңызды жазбайсыз, ол ешқайда сақталмайды.',
    youngUnder: 'Мен 16-дан кішімін',
    youngOver: 'Маған 16 толған',
    underTitle: 'Сізге көмектесетін жер бар',
    underText:
      'Бұл бөлме 16 жастан бастап ашық. Мына нөмірлерде балалармен және жасөспірімдермен сөйлесетін мамандар бар.',
    underCentres: 'Жастар денсаулық орталықтары',
  },
  ru: {
    report: 'Сообщить',
    reportTitle: 'Что не так с этим сообщением?',
    sells: 'Продаёт или ищет вещества',
    recruits: 'Зовёт на работу, в курьеры',
    personal_data: 'Выдаёт чьи-то личные данные',
    cruel: 'Унижает или угрожает',
    danger: 'Кому-то грозит опасность',
    reportVolunteer: 'Сообщить о волонтёре',
    reportVolunteerTitle: 'Что сделал волонтёр? Это увидят старшие, а не он сам.',
    v_rude: 'Был груб',
    v_unfair: 'Был несправедлив',
    v_asked_contact: 'Просил номер или встречу',
    v_let_harm: 'Не остановил вред',
    v_other: 'Другое',
    reportThanks: 'Спасибо, волонтёр посмотрит. Ответ появится здесь.',
    myReports: 'О чём я сообщил',
    aboutMessage: 'О сообщении, {time}',
    aboutVolunteer: 'О волонтёре, {time}',
    o_waiting: 'ещё смотрим',
    o_acted: 'меры приняты',
    o_no_action: 'посмотрели, правила не нарушены',
    answer: 'Ответ на ваше обращение: {outcome}.',
    hide: 'Скрыть от меня',
    hidden: {
      one: '{n} скрытое сообщение',
      few: '{n} скрытых сообщения',
      many: '{n} скрытых сообщений',
      other: '{n} скрытого сообщения',
    },
    showAgain: 'Показать снова',
    warn: 'Волонтёр сделал вам предупреждение.',
    mute: 'Волонтёр на время остановил ваши сообщения. Читать и просить о помощи можно.',
    muteEnd: 'До: {when}.',
    lifted: 'Ограничение снято. Можно снова писать.',
    appeal: 'Пусть посмотрит другой человек',
    a_waiting: 'Смотрит другой волонтёр.',
    a_upheld: 'Другой волонтёр посмотрел и оставил решение.',
    myRemoved: 'Волонтёр убрал ваше сообщение.',
    rename: 'Сменить моё имя',
    renameAsk: 'Вам дадут новое имя. Это можно сделать один раз.',
    renameYes: 'Сменить',
    stayWithMe: 'Позвать волонтёра',
    stayAsked: 'Мы сказали волонтёру. Он ответит здесь. Если жизнь в опасности, не ждите: 103 или 112.',
    stayLater: 'Сейчас волонтёра нет. Следующее дежурство: {when}. Если жизнь в опасности: 103 или 112.',
    stayNobody: 'Сейчас волонтёра нет. Если жизнь в опасности: 103 или 112.',
    coming: '{name} здесь и поговорит с вами.',
    youngTitle: 'Комната для молодых',
    youngAsk: 'Эта комната с 16 лет. Возраст писать не нужно, он нигде не сохраняется.',
    youngUnder: 'Мне меньше 16',
    youngOver: 'Мне уже есть 16',
    underTitle: 'Есть те, кто поможет',
    underText: 'Эта комната открыта с 16 лет. По этим номерам отвечают люди, которые говорят с детьми и подростками.',
    underCentres: 'Молодёжные центры здоровья',
  },
  en: {
    report: 'Report',
    reportTitle: 'What is wrong with this message?',
    sells: 'Sells or seeks substances',
    recruits: 'Invites to work, to be a courier',
    personal_data: "Gives away somebody's personal data",
    cruel: 'Humiliates or threatens',
    danger: 'Somebody is in danger',
    reportVolunteer: 'Report this volunteer',
    reportVolunteerTitle: 'What did the volunteer do? Leads look at this, not the volunteer.',
    v_rude: 'Was rude',
    v_unfair: 'Was unfair',
    v_asked_contact: 'Asked for my number or to meet',
    v_let_harm: 'Let harm happen',
    v_other: 'Something else',
    reportThanks: 'Thank you, a volunteer will look. The answer appears here.',
    myReports: 'What I reported',
    aboutMessage: 'About a message, {time}',
    aboutVolunteer: 'About a volunteer, {time}',
    o_waiting: 'being looked at',
    o_acted: 'something was done',
    o_no_action: 'looked at, no rule was broken',
    answer: 'The answer to your report: {outcome}.',
    hide: 'Hide from me',
    hidden: { one: 'A hidden message', other: '{n} hidden messages' },
    showAgain: 'Show again',
    warn: 'A volunteer gave you a warning.',
    mute: 'A volunteer stopped your messages for a while. You can read and ask for help.',
    muteEnd: 'Until: {when}.',
    lifted: 'The limit was lifted. You can write again.',
    appeal: 'Ask for another look',
    a_waiting: 'Another volunteer is looking.',
    a_upheld: 'Another volunteer looked and kept the decision.',
    myRemoved: 'A volunteer took your message away.',
    rename: 'Change my name',
    renameAsk: 'You get a new name. This is possible once.',
    renameYes: 'Change it',
    stayWithMe: 'Call a volunteer',
    stayAsked: 'A volunteer was told and will answer here. If life is in danger, do not wait: call 103 or 112.',
    stayLater: 'No volunteer is here now. Next shift: {when}. If life is in danger: 103 or 112.',
    stayNobody: 'No volunteer is here now. If life is in danger: 103 or 112.',
    coming: '{name} is here and will talk with you.',
    youngTitle: 'Room for young people',
    youngAsk: 'This room is for 16 and over. You do not write your age, and it is not kept anywhere.',
    youngUnder: 'I am under 16',
    youngOver: 'I am 16 or over',
    underTitle: 'There are people who can help you',
    underText: 'This room is open from 16. At these numbers there are people who talk with children and teenagers.',
    underCentres: 'Youth health centres',
  },
});
