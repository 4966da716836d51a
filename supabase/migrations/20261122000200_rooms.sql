create table public.rooms (
  id text primary key check (id ~ '^[a-z0-9-]{1,40}$'),
  -- null: any language.
  language text check (language in ('kk', 'ru', 'en')),
  -- Volunteers are assigned to groups of rooms.
  room_group text not null check (room_group ~ '^[a-z0-9-]{1,40}$'),
  youth boolean not null default false,
  capacity integer not null default 200 check (capacity between 2 and 1000),
  position integer not null default 0,
  open boolean not null default true,
  name_kk text not null check (char_length(name_kk) between 1 and 60),
  name_ru text not null check (char_length(name_ru) between 1 and 60),
  name_en text not null check (char_length(name_en) between 1 and 60),
  about_kk text not null default '' check (char_length(about_kk) <= 300),
  about_ru text not null default '' check (char_length(about_ru) <= 300),
  about_en text not null default '' check (char_length(about_en) <= 300),
  rules_kk text[] not null default '{}' check (cardinality(rules_kk) <= 5),
  rules_ru text[] not null default '{}' check (cardinality(rules_ru) <= 5),
  rules_en text[] not null default '{}' check (cardinality(rules_en) <= 5),
  created_at timestamptz not null default now()
);

alter table public.rooms enable row level security;
alter table public.rooms force row level security;
revoke all on table public.rooms from public, anon, authenticated, service_role;
grant select on table public.rooms to anon;
grant select, insert, update on table public.rooms to authenticated;
grant select, insert, update, delete on table public.rooms to service_role;

create policy "everybody sees open rooms" on public.rooms for select to anon, authenticated using (open);
create policy "staff see closed rooms" on public.rooms for select to authenticated
  using ((select private.can('desk.open')));
create policy "managers make rooms" on public.rooms for insert to authenticated
  with check ((select private.can('staff.manage')));
create policy "managers change rooms" on public.rooms for update to authenticated
  using ((select private.can('staff.manage'))) with check ((select private.can('staff.manage')));

insert into public.rooms
  (id, language, room_group, position, name_kk, name_ru, name_en, about_kk, about_ru, about_en, rules_kk, rules_ru, rules_en)
values
  ('starting', null, 'main', 1,
    'Енді бастадым', 'Только начинаю', 'Just starting',
    'Тоқтағысы келетіндерге және жақында ғана тоқтағандарға. Бір күн болса да, ол да есеп.',
    'Для тех, кто хочет остановиться или остановился недавно. Даже один день считается.',
    'For people who want to stop, or stopped not long ago. Even one day counts.',
    array[
      'Аты-жөніңізді, телефоныңызды, мекенжайыңызды жазбаңыз.',
      'Мұнда ештеңе сатпайды, сатып алмайды, қайдан табуға болатынын айтпайды.',
      'Ешкімді кінәламаймыз, ақыл үйретпейміз. Өз басымыздан өткенді айтамыз.',
      'Мөлшері мен қолдану тәсілі туралы жазбаймыз.',
      'Біреудің өміріне қауіп төнсе, 103 немесе 112 нөміріне қоңырау шалыңыз.'
    ],
    array[
      'Не пишите имя, телефон и адрес: ни свои, ни чужие.',
      'Здесь не продают, не покупают и не подсказывают, где взять.',
      'Никого не виним и не поучаем. Рассказываем о своём опыте.',
      'Не пишем о дозах и способах.',
      'Если чья-то жизнь в опасности, звоните 103 или 112.'
    ],
    array[
      'Do not write a name, phone number or address, yours or anybody else''s.',
      'Nobody sells, buys or says where to get things here.',
      'We do not blame or lecture. We talk about what we went through ourselves.',
      'We do not write about doses or ways to use.',
      'If somebody''s life is in danger, call 103 or 112.'
    ]),
  ('cravings', null, 'main', 2,
    'Дәл қазір тартып тұр', 'Тянет прямо сейчас', 'Cravings right now',
    'Дәл қазір өзін ұстау қиын болып тұрғандарға. Осы сәтті бірге күтіп өткізейік.',
    'Когда трудно удержаться прямо сейчас. Переждём вместе.',
    'For when it is hard to hold on right now. We wait it out together.',
    array[
      'Не сезіп тұрғаныңызды жазыңыз. Қысқа болса да жеткілікті.',
      'Аты-жөніңізді, телефоныңызды, мекенжайыңызды жазбаңыз.',
      'Мұнда ештеңе сатпайды, сатып алмайды, қайдан табуға болатынын айтпайды.',
      'Мөлшері мен қолдану тәсілі туралы жазбаймыз: бұл басқаларға қиын тиеді.',
      'Біреудің өміріне қауіп төнсе, 103 немесе 112 нөміріне қоңырау шалыңыз.'
    ],
    array[
      'Пишите, что чувствуете. Можно совсем коротко.',
      'Не пишите имя, телефон и адрес: ни свои, ни чужие.',
      'Здесь не продают, не покупают и не подсказывают, где взять.',
      'Не пишем о дозах и способах: другим от этого труднее.',
      'Если чья-то жизнь в опасности, звоните 103 или 112.'
    ],
    array[
      'Write what you feel. A few words are enough.',
      'Do not write a name, phone number or address, yours or anybody else''s.',
      'Nobody sells, buys or says where to get things here.',
      'We do not write about doses or ways to use: it makes it harder for others.',
      'If somebody''s life is in danger, call 103 or 112.'
    ]),
  ('families', null, 'families', 3,
    'Жақындарға', 'Для близких', 'For families',
    'Жақын адамы есірткі қолданатын ата-аналарға, жұбайларға және достарға.',
    'Для родителей, супругов и друзей тех, кто употребляет.',
    'For parents, partners and friends of somebody who uses.',
    array[
      'Өзіңіздің де, жақыныңыздың да аты-жөнін, телефонын, мекенжайын жазбаңыз.',
      'Өзіңізді де, жақыныңызды да, басқаларды да кінәламаймыз.',
      'Дәрігердің орнына кеңес бермейміз. Өз басымыздан өткенді айтамыз.',
      'Мұнда ештеңе сатпайды: дәрі де, емдеу орны да.',
      'Біреудің өміріне қауіп төнсе, 103 немесе 112 нөміріне қоңырау шалыңыз.'
    ],
    array[
      'Не пишите имя, телефон и адрес: ни свои, ни своего близкого.',
      'Не виним ни себя, ни близкого, ни других.',
      'Не даём советов вместо врача. Рассказываем о своём опыте.',
      'Здесь ничего не продают: ни лекарств, ни мест в клинике.',
      'Если чья-то жизнь в опасности, звоните 103 или 112.'
    ],
    array[
      'Do not write a name, phone number or address, yours or your loved one''s.',
      'We do not blame ourselves, our loved ones or each other.',
      'We do not give advice in place of a doctor. We talk about what we went through.',
      'Nobody sells anything here: no medicine, no places in a clinic.',
      'If somebody''s life is in danger, call 103 or 112.'
    ]),
  ('qazaqsha', 'kk', 'qazaqsha', 4,
    'Қазақша бөлме', 'Қазақша бөлме', 'Қазақша бөлме',
    'Мұнда қазақша сөйлесеміз. Не мазалап жүрсе, соны айтуға болады.',
    'Здесь говорят по-казахски, обо всём, что беспокоит.',
    'People talk in Kazakh here, about whatever is on their mind.',
    array[
      'Қазақша жазамыз. Қате жазсаңыз да, ештеңе етпейді.',
      'Аты-жөніңізді, телефоныңызды, мекенжайыңызды жазбаңыз.',
      'Мұнда ештеңе сатпайды, сатып алмайды, қайдан табуға болатынын айтпайды.',
      'Ешкімді кінәламаймыз, ақыл үйретпейміз. Өз басымыздан өткенді айтамыз.',
      'Біреудің өміріне қауіп төнсе, 103 немесе 112 нөміріне қоңырау шалыңыз.'
    ],
    array[
      'Пишем по-казахски. Ошибки не важны.',
      'Не пишите имя, телефон и адрес: ни свои, ни чужие.',
      'Здесь не продают, не покупают и не подсказывают, где взять.',
      'Никого не виним и не поучаем. Рассказываем о своём опыте.',
      'Если чья-то жизнь в опасности, звоните 103 или 112.'
    ],
    array[
      'We write in Kazakh. Mistakes do not matter.',
      'Do not write a name, phone number or address, yours or anybody else''s.',
      'Nobody sells, buys or says where to get things here.',
      'We do not blame or lecture. We talk about what we went through ourselves.',
      'If somebody''s life is in danger, call 103 or 112.'
    ]);
