-- A room for young people. Its group is its own; besides the group a volunteer must be vetted for it (staff.youth_vetted).

insert into public.rooms
  (id, language, room_group, youth, position, capacity, name_kk, name_ru, name_en, about_kk, about_ru, about_en,
    rules_kk, rules_ru, rules_en)
values
  ('youth', null, 'youth', true, 5, 60,
    'Жастар бөлмесі', 'Для молодых', 'Young people',
    '16 жасқа толған жастарға арналған. Өзің туралы да, досың туралы да айтуға болады.',
    'Для молодых людей от 16 лет. Можно говорить о себе и о друзьях.',
    'For young people, 16 and older. You can talk about yourself or about a friend.',
    array[
      'Атыңды, телефоныңды, мекенжайыңды, мектебіңді жазба.',
      'Біреу кездесуге не басқа чатқа шақырса, кезекшіге айт.',
      '«Оңай ақша» ұсынса, бұл қауіпті. Ондай хабарға шағым түсір.',
      'Ешкімді кінәламаймыз, мазақ етпейміз.',
      'Біреудің өміріне қауіп төнсе, 103 немесе 112 нөміріне қоңырау шал.'
    ],
    array[
      'Не пиши имя, телефон, адрес и школу.',
      'Если тебя зовут встретиться или перейти в другой чат, скажи дежурному.',
      'Предлагают «лёгкие деньги»? Это опасно. Пожалуйся на такое сообщение.',
      'Никого не виним и не высмеиваем.',
      'Если чья-то жизнь в опасности, звони 103 или 112.'
    ],
    array[
      'Do not write your name, phone number, address or school.',
      'If somebody asks to meet or to move to another chat, tell the person on duty.',
      'Somebody offers "easy money"? That is dangerous. Report the message.',
      'We do not blame or mock anybody.',
      'If somebody''s life is in danger, call 103 or 112.'
    ]);
