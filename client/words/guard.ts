import { area } from './say.ts';

/** Words of the page that says how messages are checked. */
export const guardWords = area({
  reviewed: 'no',
  kk: {
    title: 'Хабарлар қалай тексеріледі, қаншалықты жиі қателік болады',
    description: 'Бөлмеге жіберілген хабарды бағдарлама нені іздеп тексереді және не болады.',
    lead: 'Бөлмеге түспес бұрын әр хабарды бағдарлама оқып шығады. Ол адамды емес, сөзді тексереді: кім екеніңізді білмейді.',
    looks: 'Нені іздейді',
    contact:
      'Телефон, пошта, мекенжай, басқа чаттағы аты: олар кім екеніңізді көрсетіп қояды. Бөлмеде жасырылады, сізге неге екені айтылады.',
    dealing: 'Есірткі сатуды немесе сатып алуды. Мұндай хабарды кезекші қарайды.',
    recruitment: 'Курьер болуға, «оңай ақшаға» шақыруды. Мұны да кезекші қарайды.',
    abuse: 'Қорлау мен қорқытуды.',
    crisis:
      'Өмірге төнген қауіпті. Көмек ешқашан бөгелмейді: көмек нөмірлері бірден шығады, кезекшіге хабар барады. Мұндайда ештеңе сұралмайды: хабар сол қалпында жіберіледі, мекенжайды кезекші ғана көреді.',
    happens: 'Одан кейін не болады',
    pass: 'Хабардың көбі бірден өтеді. Қалай қолданғаныңыз, қойғаныңыз, қайта бастағаныңыз туралы ашық айтуға болады.',
    mask: 'Кім екеніңізді көрсететін жері жасырылады. Оны браузеріңіз хабар жіберілмей тұрып байқайды да, алдымен сізден сұрайды: осылай жіберу керек пе, әлде өзгертесіз бе.',
    hold: 'Күмән болса, хабарды адам қарайды. Сізге бұл айтылады.',
    wrong: 'Бағдарлама қателеседі',
    wrongText:
      'Сондықтан соңғы шешімді адам қабылдайды. Төменде әр тіл бойынша қаншалықты жиі қателесетіні көрсетілген.',
  },
  ru: {
    title: 'Как проверяются сообщения и как часто бывают ошибки',
    description: 'Что программа ищет в сообщении перед тем, как оно попадёт в комнату, и что бывает потом.',
    lead: 'Прежде чем сообщение попадёт в комнату, его читает программа. Она проверяет слова, а не человека: кто вы, она не знает.',
    looks: 'Что она ищет',
    contact:
      'Телефон, почту, адрес, имя в другом чате: по ним вас можно узнать. В комнате они закрываются, а вам говорят почему.',
    dealing: 'Продажу и покупку наркотиков. Такое сообщение смотрит дежурный.',
    recruitment: 'Приглашения в курьеры и «лёгкие деньги». Их тоже смотрит дежурный.',
    abuse: 'Оскорбления и угрозы.',
    crisis:
      'Угрозу жизни. Помощь не задерживается никогда: сразу появляются номера помощи, дежурный получает знак. Тогда ни о чём не спрашивают: сообщение уходит как есть, а адрес видит только дежурный.',
    happens: 'Что бывает потом',
    pass: 'Большая часть сообщений проходит сразу. Можно открыто говорить о том, как употребляли, как бросили, как сорвались.',
    mask: 'То, по чему вас узнают, закрывается. Это замечает ваш браузер, ещё до отправки, и сначала спрашивает вас: отправить так или изменить.',
    hold: 'Если есть сомнение, сообщение смотрит человек. Вам об этом скажут.',
    wrong: 'Программа ошибается',
    wrongText: 'Поэтому решает человек. Ниже сказано, как часто она ошибается на каждом языке.',
  },
  en: {
    title: 'How the guard works and how often it is wrong',
    description: 'What a program looks for in a message before it enters a room, and what happens then.',
    lead: 'Before a message enters a room, a program reads it. It checks the words, not the person: it does not know who you are.',
    looks: 'What it looks for',
    contact:
      'A phone number, e-mail, address, a name in another chat: you could be known by them. They are covered in the room, and you are told why.',
    dealing: 'Selling and buying drugs. A volunteer looks at such a message.',
    recruitment: 'Invitations to be a courier and "easy money". A volunteer looks at these too.',
    abuse: 'Insults and threats.',
    crisis:
      'Danger to life. Help is never held up: the help numbers appear at once and the volunteer gets a sign. Then nothing is asked: the message goes as it is, and only the volunteer sees an address in it.',
    happens: 'What happens then',
    pass: 'Most messages pass at once. You can speak openly of how you used, how you stopped, how you slipped.',
    mask: 'What you could be known by is covered. Your browser notices it before anything is sent, and asks you first: send it like this, or change it.',
    hold: 'Where there is doubt, a person looks at the message. You are told so.',
    wrong: 'The program makes mistakes',
    wrongText: 'That is why a person decides. How often it is wrong in each language is told below.',
  },
});
