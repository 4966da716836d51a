import { area } from './say.ts';

/** Words of the page with every number, which a visitor may keep on the device. */
export const contactWords = area({
  reviewed: 'no',
  kk: {
    title: 'Барлық нөмір бір бетте',
    description: 'Қазақстандағы көмек желілері мен орталықтардың телефондары бір бетте, өңірлер бойынша.',
    lead: 'Басып шығаруға немесе желі жоқ кезде ашуға болады.',
    asOf: 'Бұл бет {date} күнгі анықтамалықтан алынды. Нөмірлер өзгеруі мүмкін.',
    lines: 'Көмек желілері',
    everywhere: 'Онлайн',
    keepTitle: 'Осы құрылғыда сақтау',
    keepText: 'Нөмірлер мен шұғыл көмек беті осы браузерде сақталады, интернет жоқ кезде де ашылады.',
    keepSeen: 'Бұл телефонды ашқан адам олардың сақталғанын көре алады. Кез келген уақытта бір түймемен өшіресіз.',
    keep: 'Осы нөмірлерді сақтау',
    remove: 'Осы құрылғыдан өшіру',
    kept: 'Сақталды. Желі жоқта осы бетті аша аласыз.',
    removed: 'Өшірілді. Бұл құрылғыда біз сақтаған ештеңе қалған жоқ.',
    failed:
      'Сақтай алмадық. Браузер рұқсат бермеген немесе желі үзілген болуы мүмкін. Қайта көріңіз немесе бетті басып шығарыңыз.',
  },
  ru: {
    title: 'Все номера на одной странице',
    description: 'Телефоны линий помощи и центров Казахстана на одной странице, по регионам.',
    lead: 'Её можно напечатать или открыть, когда нет сети.',
    asOf: 'Страница сделана по справочнику на {date}. Номера могут измениться.',
    lines: 'Линии помощи',
    everywhere: 'Онлайн',
    keepTitle: 'Сохранить на этом устройстве',
    keepText: 'Номера и страница срочной помощи останутся в этом браузере и откроются без интернета.',
    keepSeen:
      'Тот, кто откроет этот телефон, сможет увидеть, что они сохранены. Удалить их можно в любой момент одной кнопкой.',
    keep: 'Сохранить эти номера',
    remove: 'Удалить с этого устройства',
    kept: 'Сохранено. Без сети откройте эту же страницу.',
    removed: 'Удалено. На этом устройстве не осталось ничего, что мы сохраняли.',
    failed:
      'Сохранить не получилось. Возможно, браузер не разрешает или пропала сеть. Попробуйте ещё раз или напечатайте страницу.',
  },
  en: {
    title: 'Every number on one page',
    description: 'Phone numbers of help lines and centres in Kazakhstan on one page, by region.',
    lead: 'You can print it, or open it when there is no network.',
    asOf: 'This page was made from the directory on {date}. Numbers may change.',
    lines: 'Help lines',
    everywhere: 'Online',
    keepTitle: 'Keep on this device',
    keepText: 'The numbers and the help page stay in this browser and open without the internet.',
    keepSeen: 'Whoever opens this phone can see that they are kept. You can remove them at any time with one button.',
    keep: 'Keep these contacts on this device',
    remove: 'Remove from this device',
    kept: 'Kept. Without a network, open this same page.',
    removed: 'Removed. Nothing that we kept is left on this device.',
    failed:
      'They could not be kept. The browser may not allow it, or the network went away. Try again, or print the page.',
  },
});
