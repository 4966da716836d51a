import { area } from './say.ts';

/** Words of the rights page. Each statement's sources stand in `client/pages/rights.tsx`; nothing is added without one. */
export const rightsWords = area({
  reviewed: 'no',
  kk: {
    title: 'Құқықтарым',
    couriers: 'Курьерлікке қалай тартады және оның соңы неге апарады',
    description:
      'Тегін ем, есепке алу, жүргізуші куәлігі, ата-ананың құқығы: не белгілі, не белгісіз, қай жерден оқылды.',
    short: 'Қысқаша',
    short1:
      'Мемлекеттің көмегі тұратын жеріңізде тегін. Емханаңыздан немесе облыстық психикалық денсаулық орталығынан бастаңыз.',
    short2: 'Ем сізді бақылауға («есепке») алуы мүмкін, ал ол жүргізуші куәлігіне әсер етеді.',
    short3: 'Келіспес бұрын сұраңыз: мені есепке ала ма, қанша уақытқа, оны кім көреді?',
    short4: 'Сенім телефондары мен АА анонимді.',
    notLaw: 'Бұл бет заңгердің кеңесі емес. Ережелер 2024 жылғы желтоқсанда өзгерді.',
    all: 'Бәріне ортақ',
    use: 'Мен қолданамын',
    stopped: 'Мен қойдым',
    love: 'Жақыным үшін алаңдаймын',
    unknown: 'Нені анықтай алмадық',
    free: 'Наркологиялық көмек тұратын жеріңізде тегін (ТМККК). Орталық өз аумағына тіркелген адамды ғана тегін емдейді, қалғандары өз өңіріне барады.',
    road: 'Тегін ем мемлекет кепілдігі (ТМККК) мен медициналық сақтандыру (МӘМС) арқылы жүреді: жатпай емделу, детокс немесе жолдама.',
    begin:
      'Министрліктің 2022 жылғы дерегі бойынша қалалық емханаларда 83 психикалық денсаулық орталығы, аудандық емханаларда 192 кабинет бар. Яғни көмекті емханадан бастауға болады.',
    patient:
      'Сізге құрметпен қарауға тиіс. Дәрігерді, ұйымды таңдауға, емнің әдісін, қаупін, бағасын білуге, басқа дәрігердің пікірін сұрауға, өзіңіз туралы кімге айтуға болатынын атауға құқығыңыз бар (Денсаулық кодексі, 134-бап).',
    citizen:
      'Тәуелділігі бар адамның құқығы бәрімен бірдей, оны тек заң шектей алады. Ем әдісінен бас тартуға болады. Ауруханада телефонға, хатқа, келушілерге, күн сайынғы серуенге құқығыңыз бар (163-бап).',
    complain:
      'Ем үшін ақша сұраса немесе дөрекі қараса: ұйымның пациентті қолдау қызметі, денсаулық сақтау басқармасы немесе 1414 (тәулік бойы, тегін).',
    answer: 'Шағымға 20 жұмыс күні ішінде жауап беруге тиіс (Әкімшілік рәсімдік-процестік кодекс, 99-бап).',
    register:
      'Мемлекеттік ем сізді динамикалық бақылауға алуы мүмкін. Ол ҚР ДСМ-203/2020 және ҚР ДСМ-224/2020 бұйрықтарымен реттеледі, екіншісі 2024 жылғы 27 желтоқсандағы № 114 бұйрықпен қайта жазылған. Мерзімі қазір қанша екенін дәрігерден сұраңыз.',
    driving:
      'Жүргізуші куәлігіне арналған анықтама үшін нарколог қорытындысы мен есірткі тесті керек. Есепте тұрған адам одан өтпейді.',
    linked:
      'Екі министрліктің тізілімі байланысқан: 2025 жылғы 10 желтоқсанда 4 540 куәліктің күшін жою туралы талап сотта жатқан. Бұл сан бүкіл диспансерлік тізілім бойынша, тек тәуелділік емес.',
    press:
      'Баспасөздің жазуынша, жеке орталықта есепке алмайды, бірақ ақылы, ал мемлекеттік жүйеге анонимділік жетіспейді.',
    methadone:
      'Метадонмен алмастыру терапиясы Қазақстанда 2008 жылдан бері бар. 2026 жылы қай жерде беретінін облыстық орталықтан сұраңыз.',
    off: 'Толық оңалтудан өткендердің 28 пайызы ұзақ ремиссиямен есептен шығады, жалпы алғанда бұл көрсеткіш 14,8 пайыз (2020 жыл).',
    certificate: '«Есепте тұрады / тұрмайды» деген анықтама ХҚКО, eGov mobile немесе egov.kz арқылы тегін беріледі.',
    work: 'Сондықтан жұмыс беруші де одан анықтама сұрауы мүмкін. Бұл – біздің жорамалымыз.',
    weapons: 'Қару ұстау үшін медициналық комиссиядан өту керек, ол наркологиялық және психиатриялық қызметте өтеді.',
    aa: 'Қазақстанда Анонимді Алкоголиктер бар: анонимді, ерікті, тегін.',
    named: 'Дәрігер емделуші туралы кімге айта алатынын емделушінің өзі атайды (134-бап).',
    minors:
      'Жасөспірімге көмек көрсету мен тексеру ата-анасының немесе ювеналды инспектордың қатысуымен өтеді. Өмірге қауіп төнгенде бұлай болмауы мүмкін.',
    youth: 'Жастар денсаулық орталықтары дәрігердің, психологтың, заңгердің көмегін тегін береді.',
    youthQuiet: 'Олар құпия сақтайды, емханаға тіркелу талап етілмейді.',
    compulsory: 'Туыстары полицияға арыз бере алады, мәжбүрлеп емдеу туралы шешімді сот шығарады.',
    compulsoryTerm:
      'Баспасөз 2018 жылы мұндай емнің мерзімін алты айдан екі жылға дейін деп жазған. Қазіргі мерзімін заңгерден сұраңыз.',
    private:
      'Жеке немесе «тегін» орталыққа бермес бұрын лицензиясын, жазбаша шартын, бағасын, кетіп қалу құқығын, құжат кімде тұратынын сұраңыз.',
    labour: 'Журналистер кейбір «тегін» орталықтар сондағы адамдардың еңбегімен күн көретінін жазған.',
    line111:
      'Үйде зорлық болса немесе балаға қиын болса: 111, тәулік бойы, тегін. Психологтар мен заңгерлер жауап береді.',
    no1: 'Мемлекеттік орталықта анонимді емделуге кепілдік беретін заң мәтіні табылмады.',
    no2: 'Бақылаудың қазіргі мерзімі: 2024 жылғы бұйрықтың баптарын оқи алмадық.',
    no3: 'Жұмысқа алуға қатысты ережелер табылмады.',
    no4: 'Қазақстанда NA, Al-Anon, Nar-Anon топтарының байланысы табылмады.',
    no5: 'Алмастыру терапиясы мен зиянды азайту пункттерінің мекенжайы табылмады.',
    no6: 'Бірде-бір жеке орталықтың лицензиясын көрген жоқпыз.',
  },
  ru: {
    title: 'Мои права',
    couriers: 'Как вербуют в курьеры и чем это кончается',
    description:
      'Бесплатное лечение, учёт, водительские права, права родителей: что известно, что нет и где это прочитано.',
    short: 'Коротко',
    short1:
      'Помощь государства бесплатна там, где вы живёте. Начните с поликлиники или областного центра психического здоровья.',
    short2: 'Из-за лечения вас могут поставить под наблюдение («на учёт»), а это сказывается на водительских правах.',
    short3: 'Прежде чем согласиться, спросите: поставят ли меня на учёт, на какой срок, кто это увидит?',
    short4: 'Телефоны доверия и АА анонимны.',
    notLaw: 'Эта страница не заменяет юриста. Правила изменились в декабре 2024 года.',
    all: 'Для всех',
    use: 'Я употребляю',
    stopped: 'Я перестал(а)',
    love: 'Я боюсь за близкого',
    unknown: 'Чего мы не смогли выяснить',
    free: 'Наркологическая помощь бесплатна там, где вы живёте (ГОБМП). Центр лечит бесплатно только прикреплённых к его территории, остальные едут в свой регион.',
    road: 'Бесплатное лечение идёт через ГОБМП и ОСМС: амбулаторно, детокс или направление.',
    begin:
      'По данным Минздрава за 2022 год, при городских поликлиниках 83 центра психического здоровья, при районных 192 кабинета. Значит, начать можно с поликлиники.',
    patient:
      'К вам обязаны относиться с уважением. Вы вправе выбрать врача и организацию, знать методы, риски и цену лечения, узнать второе мнение и назвать тех, кому можно о вас говорить (Кодекс о здоровье, статья 134).',
    citizen:
      'У человека с зависимостью те же права, что у всех, ограничить их может только закон. От метода лечения можно отказаться. В больнице есть право на телефон, письма, посетителей и ежедневную прогулку (статья 163).',
    complain:
      'Если за бесплатное лечение просят деньги или с вами грубы: служба поддержки пациентов в организации, управление здравоохранения или 1414 (круглосуточно, бесплатно).',
    answer:
      'На жалобу должны ответить за 20 рабочих дней (Административный процедурно-процессуальный кодекс, статья 99).',
    register:
      'Из-за государственного лечения вас могут поставить под динамическое наблюдение. Его правила: приказы ҚР ДСМ-203/2020 и ҚР ДСМ-224/2020, второй переписан приказом № 114 от 27 декабря 2024 года. Спросите у врача, сколько это длится сейчас.',
    driving:
      'Для водительской справки нужны заключение нарколога и тест на наркотики. Тех, кто на учёте, не пропускают.',
    linked:
      'Реестры двух министерств связаны: на 10 декабря 2025 года в судах было 4 540 исков о лишении прав. Это число по всему диспансерному учёту, а не только по зависимости.',
    press:
      'В прессе пишут: в частном центре на учёт не ставят, но это за деньги, а в государственном не хватает анонимности.',
    methadone:
      'Заместительная терапия метадоном есть в Казахстане с 2008 года. Где её дают в 2026 году, спросите в областном центре.',
    off: 'После полной реабилитации с учёта в стойкой ремиссии снимают 28 процентов, среди всех – 14,8 процента (2020 год).',
    certificate: 'Справку «состоит / не состоит на учёте» дают бесплатно через ЦОН, eGov mobile или egov.kz.',
    work: 'Значит, принести её может попросить и работодатель. Это наше предположение.',
    weapons: 'Для оружия нужна медицинская комиссия, она проходит в наркологической и психиатрической службах.',
    aa: 'В Казахстане есть Анонимные Алкоголики: анонимно, добровольно, бесплатно.',
    named: 'Кому врач может рассказать о пациенте, называет сам пациент (статья 134).',
    minors:
      'Помощь подросткам и их освидетельствование проходят при родителях или ювенальном инспекторе. Исключение – опасность для жизни.',
    youth: 'Молодёжные центры здоровья бесплатно дают помощь врача, психолога и юриста.',
    youthQuiet: 'Они не разглашают, прикрепления не требуют.',
    compulsory: 'Родственники могут подать заявление в полицию, о принудительном лечении решает суд.',
    compulsoryTerm:
      'В прессе в 2018 году писали о сроке от шести месяцев до двух лет. Нынешний срок спросите у юриста.',
    private:
      'Прежде чем отдать близкого в частный или «бесплатный» центр, спросите о лицензии, письменном договоре, цене, праве уйти и о том, у кого будут документы.',
    labour: 'Журналисты писали, что некоторые «бесплатные» центры живут трудом тех, кто там находится.',
    line111: 'Если дома насилие или ребёнку плохо: 111, круглосуточно и бесплатно. Отвечают психологи и юристы.',
    no1: 'Не нашли закона, который обещает анонимное лечение в государственном центре.',
    no2: 'Нынешний срок наблюдения: пункты приказа 2024 года мы прочитать не смогли.',
    no3: 'Не нашли правил о приёме на работу.',
    no4: 'Не нашли контактов NA, Al-Anon и Nar-Anon в Казахстане.',
    no5: 'Не нашли адресов заместительной терапии и пунктов снижения вреда.',
    no6: 'Не видели лицензии ни одного частного центра.',
  },
  en: {
    title: 'My rights',
    couriers: 'How couriers are recruited and what it leads to',
    description:
      'Free treatment, the register, the driving licence, parents: what is known, what is not, and where it was read.',
    short: 'In short',
    short1:
      'Help from the state is free where you live. Start at your polyclinic or the regional mental health centre.',
    short2: 'Treatment may put you under observation ("the register"), and that can cost a driving licence.',
    short3: 'Ask before you agree: will I be registered, for how long, who will see it?',
    short4: 'The trust lines and AA are anonymous.',
    notLaw: 'This page is not legal advice. The rules changed in December 2024.',
    all: 'For everybody',
    use: 'I use',
    stopped: 'I stopped',
    love: 'I love somebody who uses',
    unknown: 'What we could not find out',
    free: 'Addiction care is free where you live (state guaranteed care, GOBMP). A centre treats free only people attached to its territory; others go to their own region.',
    road: 'Free treatment runs through state guaranteed care and medical insurance (OSMS): outpatient, detox, or a referral.',
    begin:
      'According to the Ministry of Health in 2022 there are 83 mental health centres at city polyclinics and 192 rooms at district ones. So you can begin at the polyclinic.',
    patient:
      'You must be treated with dignity. You have the right to choose a doctor and an organisation, to know methods, risks and prices, to a second opinion, and to name who may be told about you (Health Code, Article 134).',
    citizen:
      'A person with an addiction keeps the rights of every citizen; only the law can limit them. You may refuse a method of treatment. In hospital you have the right to a telephone, letters, visitors and a daily walk (Article 163).',
    complain:
      'If money is asked for free care, or you are treated badly: the patient support service of the organisation, the health department, or 1414 (day and night, free).',
    answer: 'A complaint must be answered within 20 working days (Administrative Procedure Code, Article 99).',
    register:
      'State treatment can put you under dynamic observation. Its rules are the orders ҚР ДСМ-203/2020 and ҚР ДСМ-224/2020; the second was rewritten by order No. 114 of 27 December 2024. Ask the doctor how long it lasts now.',
    driving:
      "The certificate for a driving licence needs a narcologist's opinion and a drug test. People on the register do not pass.",
    linked:
      'The registers of two ministries are linked: on 10 December 2025, 4,540 claims to annul licences were in court. The figure covers the whole dispensary register, not only addiction.',
    press:
      'The press writes that private centres do not register but cost money, while the state system lacks anonymity.',
    methadone:
      'Methadone substitution has existed in Kazakhstan since 2008. Ask the regional centre where it is given in 2026.',
    off: 'After full rehabilitation 28 per cent come off the register in long remission, against 14.8 per cent of all (2020).',
    certificate:
      'The certificate "on / not on the register" is free through a citizens\' service centre (ЦОН), eGov mobile or egov.kz.',
    work: 'So an employer may ask you to bring it. This is our own inference.',
    weapons: 'A weapon needs a medical commission, held at the narcology and psychiatric services.',
    aa: 'Alcoholics Anonymous exists in Kazakhstan: anonymous, voluntary, free.',
    named: 'The patient names whom the doctor may tell (Article 134).',
    minors:
      'Help and examination of adolescents take place in the presence of parents or a juvenile inspector. Danger to life is the exception.',
    youth: 'Youth health centres give medical, psychological and legal help free of charge.',
    youthQuiet: 'They are confidential, and no attachment to the clinic is needed.',
    compulsory: 'Relatives may file with the police; a court decides on compulsory treatment.',
    compulsoryTerm: 'The press wrote in 2018 of a term from six months to two years. Ask a lawyer what it is now.',
    private:
      'Before you take somebody to a private or "free" centre, ask about the licence, a written contract, the price, the right to leave, and who keeps the documents.',
    labour: 'Reporters found that some "free" centres live off the work of the people in them.',
    line111: 'For violence at home or a child in trouble: 111, day and night, free. Psychologists and lawyers answer.',
    no1: 'We found no law that guarantees anonymous treatment in a state centre.',
    no2: 'How long observation lasts now: we could not read the clauses of the order of 2024.',
    no3: 'We found no rules on jobs.',
    no4: 'We found no contact of NA, Al-Anon or Nar-Anon in Kazakhstan.',
    no5: 'We found no addresses of substitution therapy or harm reduction points.',
    no6: 'We saw no licence of any private centre.',
  },
});
