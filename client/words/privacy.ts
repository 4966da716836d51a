import { area } from './say.ts';

/** Words of the privacy page: the project's promises, and what is kept for how long. */
export const privacyWords = area({
  reviewed: 'no',
  kk: {
    title: 'Не сақтаймыз, не сақтамаймыз',
    description: 'Тірек кіргендер туралы нені сақтайды, қанша уақыт сақтайды және нені ешқашан сақтамайды.',
    lead: 'Сізді тануға болатын ештеңені сұрамаймыз да, жазып алмаймыз да.',
    promises: 'Біздің жеті уәдеміз',
    promise1:
      'Кім екеніңізді сақтамаймыз: IP мекенжайды да, браузер атын да. Келушіге cookie қоймаймыз, бөгде сайттарға ештеңе жібермейміз.',
    promise2:
      'Қабылданған хабар жоғалмайды: бөлмедегілердің бәрі оны бір рет, бір ретпен көреді. Сақтап қала алмасақ, ашық айтамыз.',
    promise3: {
      other: 'Хабарлар {n} сағаттан соң барлық жерден өшеді. Олар дерекқорға жазылмайды.',
    },
    promise4: 'Кезекші ерікті болмаса, бөлме жұмыс істемейді.',
    promise5: 'Шағымның бәріне жауап беріледі, атын айтпаған адамға да.',
    promise6: 'Анықтамалықтағы әр жазбаның дереккөзі мен күні көрсетіледі.',
    promise7:
      'Көмекке ештеңе бөгет болмайды: жазуға тыйым салынса да, бөлме жабық болса да, көмек беті мен нөмірлері ашық.',
    kept: 'Не, қанша уақыт сақталады',
    message: 'Бөлмедегі хабар',
    messageLife: { other: '{n} сағат' },
    held: 'Кезекші қарауын күткен хабар',
    heldLife: { other: '{n} минут, содан соң өзіңізге қайтады' },
    evidence: 'Шағым түскен хабар мен оның айналасы',
    evidenceLife: { other: 'шешім мен қайта қарау біткенше, ең көбі {n} сағат' },
    session: 'Сессия: осы қойындыдағы кездейсоқ белгі. Серверде оның ізі (хеші) ғана болады',
    sessionLife: { other: 'шыққанша немесе {n} сағат қолданылмағанша' },
    rate: 'Сұраулардың санағы: тым көп сұраудан қорғану үшін мекенжайдан жасалған, кері оқылмайтын қысқа белгі, тек жедел жадта',
    rateLife: { other: '{n} сағат' },
    proof:
      'Құрылғы тексерісінен өткеніңіздің белгісі: кездейсоқ сан, екінші рет қолданылмауы үшін. Сессиямен байланыспайды',
    proofLife: { other: 'ең көбі {n} сағат' },
    prints:
      'Ұзын хабардың ізі (қысқа сан): бір мәтінді көп адам таратса, байқау үшін. Одан мәтінді де, адамды да тану мүмкін емес; тек жедел жадта',
    printsLife: { other: '{n} сағат' },
    counts: 'Сессияның санағы: қай бөлмеге жаңа кіргені, неше хабары тоқтатылғаны. Тек сессияның хешімен',
    countsLife: { other: 'бірнеше минут, ең көбі {n} сағат' },
    device: 'Өзіңіз сақтауды сұраған нөмірлер: тек осы құрылғыда, серверде емес',
    deviceLife: 'өзіңіз өшіргенше',
    suggestion: 'Анықтамалыққа ұсынған орныңыз',
    suggestionLife: { other: 'редактор қарағанша, ең көбі {n} сағат' },
    entryReport: 'Анықтамалықтағы қате туралы хабар: тек не қате екені мен қанша рет айтылғаны',
    entryReportLife: 'жазбамен бірге; кім айтқаны сақталмайды',
    never: 'Аты-жөн, телефон, пошта, IP мекенжай, браузер, cookie',
    neverLife: 'сақталмайды',
    cannot: 'Біз жасыра алмайтын нәрсе',
    cannot1:
      'Бұл сайтқа кіргеніңіз браузердің тарихында қалуы мүмкін. «Шығу» түймесі осы бетті алмастырады, бірақ бұрынғы беттерді өшірмейді. Жеке (инкогнито) терезе қолданған дұрыс.',
    cannot2: 'Интернет қызметін беруші қай сайтқа кіргеніңізді көре алады, бірақ не жазғаныңызды көрмейді.',
    cannot3:
      'Бөлмеде жазғаныңызды бөлмедегілер көреді. Атыңызды, мекенжайыңызды, телефоныңызды жазбаңыз. Нөмірге не мекенжайға ұқсайтын нәрсе жазсаңыз, браузер жіберуден бұрын сұрайды.',
    cannot4:
      'Көмек нөміріне қоңырау шалсаңыз, нөміріңізді сол қызмет көреді: бұл сіздің телефоныңыз бен солардың арасында.',
  },
  ru: {
    title: 'Что мы храним и чего не храним',
    description: 'Что Тірек хранит о посетителях, сколько и чего не хранит никогда.',
    lead: 'Мы не спрашиваем и не записываем ничего, по чему вас можно узнать.',
    promises: 'Семь наших обещаний',
    promise1:
      'Мы не храним, кто вы: ни IP-адреса, ни названия браузера. Посетителям не ставим cookie, ничего не отправляем на чужие сайты.',
    promise2:
      'Принятое сообщение не теряется: все в комнате видят его один раз и в одном порядке. Если сохранить не удалось, мы говорим об этом прямо.',
    promise3: {
      one: 'Сообщения исчезают отовсюду через {n} час. В базу данных они не попадают.',
      few: 'Сообщения исчезают отовсюду через {n} часа. В базу данных они не попадают.',
      many: 'Сообщения исчезают отовсюду через {n} часов. В базу данных они не попадают.',
      other: 'Сообщения исчезают отовсюду через {n} часа. В базу данных они не попадают.',
    },
    promise4: 'Без дежурного волонтёра комната не работает.',
    promise5: 'На каждую жалобу есть ответ, и тому, кто не назвал себя, тоже.',
    promise6: 'У каждой записи справочника видны источник и дата.',
    promise7:
      'Помощи ничто не мешает: даже если вам запретили писать или комната закрыта, страница помощи и номера открыты.',
    kept: 'Что и сколько хранится',
    message: 'Сообщение в комнате',
    messageLife: { one: '{n} час', few: '{n} часа', many: '{n} часов', other: '{n} часа' },
    held: 'Сообщение, которое ждёт дежурного',
    heldLife: {
      one: '{n} минута, потом вернётся к вам',
      few: '{n} минуты, потом вернётся к вам',
      many: '{n} минут, потом вернётся к вам',
      other: '{n} минуты, потом вернётся к вам',
    },
    evidence: 'Сообщение, на которое пожаловались, и то, что рядом с ним',
    evidenceLife: {
      one: 'до решения и пересмотра, самое большее {n} час',
      few: 'до решения и пересмотра, самое большее {n} часа',
      many: 'до решения и пересмотра, самое большее {n} часов',
      other: 'до решения и пересмотра, самое большее {n} часа',
    },
    session: 'Сессия: случайная метка в этой вкладке. На сервере только её отпечаток (хеш)',
    sessionLife: {
      one: 'пока не выйдете или {n} час без действий',
      few: 'пока не выйдете или {n} часа без действий',
      many: 'пока не выйдете или {n} часов без действий',
      other: 'пока не выйдете или {n} часа без действий',
    },
    rate: 'Счётчик запросов: чтобы защититься от потока, из адреса делается короткая метка, по которой его не узнать; она только в оперативной памяти',
    rateLife: { one: '{n} час', few: '{n} часа', many: '{n} часов', other: '{n} часа' },
    proof:
      'Отметка, что проверка устройства пройдена: случайное число, чтобы его не принесли второй раз. С сессией оно не связано',
    proofLife: {
      one: 'самое большее {n} час',
      few: 'самое большее {n} часа',
      many: 'самое большее {n} часов',
      other: 'самое большее {n} часа',
    },
    prints:
      'Отпечаток длинного сообщения, короткое число: чтобы заметить один текст от многих. По нему не узнать ни текст, ни человека; он только в оперативной памяти',
    printsLife: { one: '{n} час', few: '{n} часа', many: '{n} часов', other: '{n} часа' },
    counts: 'Счётчики сессии: в какую комнату пришли впервые, сколько сообщений остановлено. Только по её хешу',
    countsLife: {
      one: 'несколько минут, самое большее {n} час',
      few: 'несколько минут, самое большее {n} часа',
      many: 'несколько минут, самое большее {n} часов',
      other: 'несколько минут, самое большее {n} часа',
    },
    device: 'Номера, которые вы сами попросили сохранить: только на вашем устройстве, не на сервере',
    deviceLife: 'пока не удалите сами',
    suggestion: 'Место, которое вы предложили в справочник',
    suggestionLife: {
      one: 'пока не посмотрит редактор, самое большее {n} час',
      few: 'пока не посмотрит редактор, самое большее {n} часа',
      many: 'пока не посмотрит редактор, самое большее {n} часов',
      other: 'пока не посмотрит редактор, самое большее {n} часа',
    },
    entryReport: 'Сообщение об ошибке в справочнике: только что неверно и сколько раз об этом сказали',
    entryReportLife: 'вместе с записью; кто сообщил, не хранится',
    never: 'Имя, телефон, почта, IP-адрес, браузер, cookie',
    neverLife: 'не хранятся',
    cannot: 'Чего мы скрыть не можем',
    cannot1:
      'То, что вы были здесь, может остаться в истории браузера. Кнопка «Уйти» заменяет эту страницу, но прежние не стирает. Надёжнее окно инкогнито.',
    cannot2: 'Ваш провайдер может видеть, на какой сайт вы зашли, но не видит, что вы пишете.',
    cannot3:
      'Что вы пишете в комнате, видят те, кто в ней. Не пишите имя, адрес и телефон. Если написанное похоже на номер или адрес, браузер спросит до отправки.',
    cannot4: 'Если вы звоните на линию помощи, ваш номер видит она: это между вашим телефоном и ней.',
  },
  en: {
    title: 'What we keep and what we do not',
    description: 'What Tirek keeps about visitors, for how long, and what it never keeps.',
    lead: 'We neither ask for nor record anything you could be known by.',
    promises: 'Our seven promises',
    promise1:
      'We do not keep who you are: no IP address, no browser name. Visitors get no cookie, and nothing is sent to other sites.',
    promise2:
      'A message that was accepted is not lost: everybody in the room sees it once, in one order. If we could not keep it, we say so.',
    promise3: {
      one: 'Messages are gone everywhere after {n} hour. They never enter the database.',
      other: 'Messages are gone everywhere after {n} hours. They never enter the database.',
    },
    promise4: 'No room runs without a volunteer on duty.',
    promise5: 'Every report gets an answer, also when nobody knows who made it.',
    promise6: 'Every entry of the directory shows its source and a date.',
    promise7:
      'Nothing stands between you and help: even when you may not write or the room is closed, the help page and the numbers are open.',
    kept: 'What is kept and for how long',
    message: 'A message in a room',
    messageLife: { one: '{n} hour', other: '{n} hours' },
    held: 'A message waiting for a volunteer',
    heldLife: { one: '{n} minute, then it comes back to you', other: '{n} minutes, then it comes back to you' },
    evidence: 'A reported message and what stood around it',
    evidenceLife: {
      one: 'until the decision and its appeal, at most {n} hour',
      other: 'until the decision and its appeal, at most {n} hours',
    },
    session: 'The session: a random token in this tab. The server has only its fingerprint (hash)',
    sessionLife: { one: 'until you leave, or {n} hour unused', other: 'until you leave, or {n} hours unused' },
    rate: 'A count of requests: as a protection from floods a short tag is made from the address, which cannot be read back; it is in working memory alone',
    rateLife: { one: '{n} hour', other: '{n} hours' },
    proof:
      'A mark that the check of the device was passed: a random number, so that it is not brought twice. It is not tied to the session',
    proofLife: { one: '{n} hour at most', other: '{n} hours at most' },
    prints:
      'The fingerprint of a longer message, a short number: to notice one text from many people. Neither the text nor the person can be read from it; it is in working memory alone',
    printsLife: { one: '{n} hour', other: '{n} hours' },
    counts:
      'Counts of the session: which room it came into, how many of its messages were stopped. Under its hash alone',
    countsLife: { one: 'some minutes, {n} hour at most', other: 'some minutes, {n} hours at most' },
    device: 'Numbers that you asked to keep: on your device alone, not on the server',
    deviceLife: 'until you remove them',
    suggestion: 'A place you suggested for the directory',
    suggestionLife: {
      one: 'until an editor has looked, {n} hour at most',
      other: 'until an editor has looked, {n} hours at most',
    },
    entryReport: 'A report of a mistake in the directory: only what is wrong and how often it was said',
    entryReportLife: 'with the entry; who said so is not kept',
    never: 'Name, phone, e-mail, IP address, browser, cookies',
    neverLife: 'not kept',
    cannot: 'What we cannot hide',
    cannot1:
      'That you were here may stay in the history of your browser. "Exit" replaces this page but does not erase earlier ones. A private (incognito) window is safer.',
    cannot2: 'Your internet provider can see which site you opened, but not what you write.',
    cannot3:
      'What you write in a room is seen by those who are in it. Do not write your name, address or phone number. Where something looks like a number or an address, the browser asks before it is sent.',
    cannot4: 'When you call a help line, that line sees your number: this is between your phone and them.',
  },
});
