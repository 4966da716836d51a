/** English words of crisis, to be edited by hand; how to write them stands in docs/guard.md. */
export const en = `
[die]   # wants or plans to die, now
want to die, wanna die, wants to die, wish i was dead, wish i were dead, wish i could die, wish i would die, wish i had died, wish i died, better off dead, rather be dead, rather die, ready to die, going to die tonight, gonna die tonight, hope i die, let me die, id be dead, thinking about dying, think about dying, thinking of dying
kill myself, killing myself, kms, kill himself, kill herself, killing himself, killing herself, end my life, ending my life, end his life, end her life, take my own life, take my life, taking my life, end it all, ending it all, end it tonight, end it, ending it, end everything, end this tonight, finish it tonight, be done with it all, done with life, done living, unalive*, unaliv*, sewerslide, suicid*, hang myself, hanging myself, shoot myself, drown myself, overdose myself, od on purpose, hotshot, slit my*, slit his*, cut my wrists, cutting my wrists
dont want to .. {live,exist,wake,alive}, do not want to .. {live,exist,wake,alive}, doesnt want to .. {live,alive,wake}, dont wanna .. {live,exist,wake,alive}, dont want to be here, dont wanna be here, dont want to be alive, didnt want to wake, not want to wake, never wake up, not wake up, not waking up, hadnt woken, didnt wake up, hope i dont wake, wish i hadnt woken, wish i didnt wake, go to sleep and not, fall asleep and never, fall asleep forever, sleep forever, no reason to live, nothing to live for, no point in living, no point living, whats the point of living, no reason to go on, cant go on, cannot go on, cant do this anymore, cant live like this, wish i was never born, never been born
better off without me, better without me, easier without me, happier without me, wont be here tomorrow, not be here tomorrow, wont be around, wont be here, when im gone, once im gone, after im gone, be gone by, will be gone soon, jump off, jumping off, going to jump, gonna jump, jump in front, step off, stepping off, step in front, have a plan, got a plan, plan to die, the rope, noose, loaded gun
[farewell]
goodbye everyone, goodbye all, goodbye forever, goodbye, last message, last post, last night here, final message, final goodbye, forgive me, sorry for everything, im sorry everyone, tell my .. love*, tell my mom, tell my kids, tell my family, take care of my, look after my, wrote a note, left a note, goodbye note, goodbye letter, suicide note, wrote letters, giving away .. things, gave away .. things, giving away .. stuff, it was nice knowing
[selfharm]
cut myself, cutting myself, cutting again, hurt myself, hurting myself, harm myself, harming myself, self harm*, burning myself, blade, razor, bleeding, wont stop bleeding, carving
[means]
pills, rope, roof, bridge, ledge, railing, balcony, window, gun, knife, blade, razor, tracks, pistol, rifle, machete, axe, hammer
[edge]
on the roof, on a roof, on the bridge, on a bridge, on the ledge, on the edge of, over the railing, on the railing, on the tracks, at the window ledge, on the balcony rail, standing on the
[took]
took .. all .. pills, took .. pills, took a whole, took a handful, took a bunch of, took too many, took too much, swallowed a*, ate all the pills, drank bleach, whole bottle, whole pack, whole box, entire bottle, bottle of pills, handful of pills
[notbreathing]
not breathing, isnt breathing, stopped breathing, barely breathing, hardly breathing, cant breathe, breathing .. slow*, breathing weird, gurgling, gasping, snoring weird, turning blue, turned blue, going blue, lips .. blue, blue lips, lips blue, gray, grey, turning purple, purple lips, wont wake, wont wake up, cant wake, not waking, isnt waking, wouldnt wake, unresponsive, not responding, isnt responding, doesnt respond, no response, not answering and, unconscious, passed out and, passed out, blacked out, collapsed, seizing, seizure*, having fits, convuls*, foaming, foam .. mouth, foam coming, no pulse, pulse .. weak, weak pulse, cant find .. pulse, eyes rolled, rolled back, limp, not moving, isnt moving, cold and, pinpoint pupils, choking on
[overdose]
overdos*, od, oding, oded, odd
[violence]
hitting me, hits me, beating me, beating my, beating her, beats me, beating on, choking me, choking her, strangl*, with a knife, with a gun, with an axe, with a hammer, with a machete, has a knife, has a gun, got a gun, got a knife, holding a knife, breaking down the door, breaking the door, kicking .. door, kick .. door down, banging on the door, trying to get in, going to kill me, gonna kill me, going to kill us, gonna kill us, kill me, said hell kill, says hell kill, will kill me, threatening to kill, threatens to kill, threatened to kill, locked myself in, locked ourselves, hiding in, im hiding, we are hiding, were hiding, wont let me leave, wont let me out, raping, raped, touching me, coming to my house, outside my door, attacking
[planhurt]
going to kill him, gonna kill him, going to kill her, gonna kill her, going to kill them, gonna kill them, im going to stab, gonna stab, ill stab, stab him, stab her, ill shoot, gonna shoot, going to shoot, shoot him, shoot her, ill kill him, ill kill her, ill kill them, i will kill him, i will kill her, kill my stepdad, kill my dad, kill my husband, kill my boss, kill that, burn his house, burn her house, burn .. house down, burn .. down, make him pay with .. life
[child]
kid, kids, child, children, baby, toddler, son, daughter, niece, nephew, little brother, little sister, infant, newborn, boy, girl
[childdanger]
left alone, home alone, locked in, hasnt eaten, havent eaten, not been fed, swallowed, ate my, got into my, touches, hits the, hits my, shaking the baby, in the car alone, drank my
[near]
he, hes, she, shes, they, theyre, him, her, husband, wife, brother, sister, mom, mum, mother, dad, father, friend, roommate, flatmate, boyfriend, girlfriend, bf, gf, partner, neighbor, neighbour, son, daughter, kid, guy, someone, somebody, cousin, uncle, aunt, ex, stepdad, stepfather, grandma, grandpa, buddy, mate, coworker, girl, man, woman, dude
[help]
help, please help, what do i do, what should i do, what do we do, ambulance, call %, emergency, someone help, hurry, asap, narcan, naloxone
[now]
now, right now, tonight, today, tomorrow, just, this morning, this minute, minutes, currently, atm, im standing, im sitting, is lying, lying, soon, already
[past]
years ago, year ago, months ago, month ago, weeks ago, last year, last summer, last winter, back then, used to, once, when i was, i was, survived, was saved, saved my life, brought me back, in the past, back in, remember, remembering, ago, funeral, passed away, lost him, lost her, died in, died last, buried, it was, i had, those days, before i, nearly died, almost died, was dying
[soften]
lol, lmao, haha*, joke, joking, jk, kidding, movie, film, series, show, book, song, game, match, dream, dreamt, dreamed, nightmare, laughing, laugh, of boredom, bored to death, embarrassment, of shame, training, course, class, lecture, in case, just in case, for the future, how to, learn*, workshop, leaflet, statistics, hill run, workout, gym, legs, exam, homework, phone died, battery, my phone, plant, plants, laptop, wifi, traffic, killing time, kill time, kill for, dying for, to die for, dying to
[stop]
dont want to die, didnt want to die, not suicidal, never do it, wont do it, wouldnt do it, want to live, wanted to live, glad im alive, happy to be alive, still alive, still here, im alive, im safe, am safe, grateful
[idiom]
died laughing, dying laughing, dead tired, killed me, killing me, kills me, nearly killed me, almost killed me, to death, dead inside joke, im dead lol, drop dead gorgeous, dying of, die of boredom, over my dead body
`;
