/** English words of crisis, to be edited by hand; how to write them stands in docs/guard.md. */
export const en = `
[die]   # wants or plans to die, in so many words
want to die, wanna die, wants to die, wanted to die tonight, want to be dead, wanna be dead, wish i was dead, wish i were dead, wish i could die, wish i would die, wish i had died, wish i died, better off dead, rather be dead, rather die, ready to die, going to die tonight, gonna die tonight, hope i die, let me die, id be dead, thinking about dying, think about dying, thinking of dying, tired of being alive, tired of living, tired of life, sick of living, sick of life, shouldve let me die, should have let me die, why am i still alive, why didnt i die
kill myself, killing myself, kms, kill himself, kill herself, killing himself, killing herself, end my life, ending my life, end his life, end her life, take my own life, take my life, taking my life, end it all, ending it all, end it tonight, end it, ending it, end everything, end this tonight, finish it tonight, done with life, done living, life is over, life is pointless, unaliv*, sewerslide, suicid*, hang myself, hanging myself, shoot myself, drown myself, od on purpose, overdose on purpose, overdose myself, hotshot myself, slit my*, cut my wrists, cutting my wrists, cut my veins, open my veins, poison myself
dont want to .. {live,exist,wake,alive}, do not want to .. {live,exist,wake,alive}, doesnt want to .. {live,alive,wake,exist}, dont wanna .. {live,exist,wake,alive}, dont want to be here, dont wanna be here, dont want to be alive, not want to live, not want to wake, pray .. {not to,i dont} wake, never wake up, not to wake up, not wake up, not waking up, dont wake up, hadnt woken, hadnt come round, hadnt come around, hope i dont wake, wish i hadnt, wish i didnt wake, wish i never woke, go to sleep and not, fall asleep and never, fall asleep forever, sleep forever, sleep and never, no reason to live, nothing to live for, nothing left to live, no point in living, no point living, no point in being, no point breathing, no point in going on, whats the point of living, reason to keep going, reason to go on, reason to live, no reason to go on, no reason to wake, cant go on, cannot go on, cant do this anymore, cant live like this, wish i was never born, never been born, want it all to stop, want it to stop, just want to stop existing, want to disappear forever, want to vanish
jump off, jumping off, going to jump, gonna jump, wants to jump, jump in front, jump from, step off, stepping off, step in front, stepping in front, go out the window, out of the window, have a plan and, plan to die, loaded gun, how many pills, how much .. {would,do} .. {die,kill}, cant bring me back, cant save me, painless way, lethal dose
[gone]   # the world without the writer
without me, if i wasnt around, if i wasnt here, if i werent here, if i was gone, wasnt around, wont be here tomorrow, not be here tomorrow, wont be around, wont be here, when im gone, once im gone, after im gone, be gone soon, gone soon, ill be gone, be gone by, just gone, gone tomorrow, youll all feel, everyone would, better off, easier for everyone, easier if i, nobody would notice, nobody will miss, no one will miss, no one would notice, burden, stop existing, disappear, never feel anything
[death]
death, dead, die, dying, dies, dies on, grave, coffin, suicide, suicidal
[nothingholds]
nothing holds me, nothing left, no hope, hopeless, no way out, cant take it, cant take this, cant anymore, nothing to lose, lost everything, took my kids, took my children, pointless, no future, giving up, gave up on, had enough
[decided]
decided, made up my mind, made a deal with myself, one thing left, its decided, saved up, got the rope, got the pills, bought the, on purpose, i have a plan, have the means, everything is ready, just need courage, last step
[farewell]
goodbye, goodbyes, good bye, farewell, last message, last post, last night here, final message, final goodbye, forgive me, sorry mom, sorry mum, sorry dad, sorry for everything, im sorry everyone, thanks for everything, thank you for everything, you were good, tell my .. love*, tell my mom, tell my kids, tell my family, take care of my, look after my, wrote a note, left a note, a note, wrote letters, letters to, giving away, gave away, gave her stuff, gave his stuff, gave her things, gave his things, deleted everything, it was nice knowing, dont look for me, last words
[selfharm]
cut myself, cutting myself, cutting again, cutting right, cutting now, cut too deep, im cutting, keep cutting, hurt myself, hurting myself, harm myself, harming myself, self harm*, selfharm*, burning my .., burning myself, burn myself, blade, razor, bleeding, wont stop bleeding, carving, scratching till
[means]
pills, sleeping pills, pill pack, rope, noose, blister, bleach, antifreeze, belt, tablets, bottle, vinegar, bath is filling, the bath
[height]
roof, bridge, ledge, railing, balcony, window, window ledge, ninth floor, floor, cliff, edge, tracks, train, tower
[weapon]
gun, knife, axe, machete, pistol, rifle, hammer, bat, gasoline, petrol, shotgun, blade to, weapon, scissors
[takeup]
took, taking, taken, ate, swallowed, drank, injected, shot up, shooting up, after a line, on salts, snorted, smoked something, used too much, mixed, dosed, popped, is high, so high, hit too hard
[many]
all the pills, all her pills, all his pills, all my pills, whole bottle, whole pack, whole blister, the whole, whole box, entire bottle, bottle of pills, handful, two packs, three packs, packs of, too many, too much, a bunch of, % pills, everything
[body]   # signs that a body is in danger
not breathing, isnt breathing, aint breathing, stopped breathing, barely breathing, hardly breathing, cant breathe, breathes once, breathes .. minute, breathing .. slow*, breathing weird, isnt br*, hes not br*, gurgl*, gasping, rattling, snoring weird, blue, turning blue, lips .. blue, blue lips, grey, gray, purple, pale as, wont wake, cant wake, cant wake .. up, not waking, isnt waking, wouldnt wake, doesnt wake, unresponsive, not responding, isnt responding, doesnt respond, no response, unconscious, passed out, blacked out, blacking out, collapsed, fell down, fell and, seizing, seizure*, fits, convuls*, shaking and, is shaking, foaming, foam, no pulse, pulse .. {barely,weak,faint,gone,no}, cant find .. pulse, weak pulse, faint pulse, eyes rolled, rolled back, limp, not moving, isnt moving, hes cold, shes cold, cold and, ice cold, pinpoint, choking, numb, hands numb, spinning, everythings spinning, heart stopping, heart is stopping, heart racing so, im dying, i think im dying, is dying, throwing up blood, vomiting blood, seeing demons, seeing things, hallucinat*, feel really bad, really bad
[overdose]
overdos*, od, oding, oded
[violence]
hitting, hits me, hits my, beating, beats me, beats my, punch*, kicked me, choking me, choking her, strangl*, stabbed, stabbing, breaking the door, breaking down the door, breaking .. door, breaks the door, kicking .. door, kick .. door, banging on, trying to get in, kill me, kill us, kills me, said hell kill, says hell kill, threaten*, rape, raping, raped, touching me, touches me, comes to my bed, attacking, attacked, set .. on fire, set the .. fire, on fire, curtains on fire, break my legs, break my arms, torture*, kidnapped, driving here to, coming here to, gonna kill, going to kill, they will kill, theyll kill
[trapped]
locked myself, locked ourselves, locked us, locked me, locked in, hiding, im hiding, under the bed, in the closet, in the bathroom, wont let me, wont let us, took my passport, took my phone, keep me in, keeping me, holding me, cant leave, outside my, outside the door, theyre outside, hes outside, at the door, at my door, coming to my house, coming for me, coming for us, looking for me, following me, found me, ran to the neighbour, ran to the neighbor, ran away, on their way, on his way
[planhurt]
kill him, kill her, kill them, kill my {stepdad,dad,husband,boss,brother,father}, kill that {dealer,bastard,man,guy}, stab him, stab her, stab them, ill stab, gonna stab, going to stab, im going to stab, shoot him, shoot her, shoot them, ill shoot, gonna shoot, going to shoot, burn his house, burn her house, burn their house, burn .. house .. down, burn .. down with, gun to that, knife and go*, a gun to, taking a gun, taking a knife, going to her work, going to his work, with a knife get, make him pay, make them pay, revenge, get him tonight, youre dead tomorrow, waiting at your, dead tomorrow
[child]
kid, kids, child, children, baby, toddler, son, daughter, niece, nephew, little brother, little sister, infant, newborn, boy, girl, two year old, three year old, year old, hes four, hes three, shes three, shes four, im nine, im ten, im eleven, im twelve, im thirteen
[neglect]
left alone, home alone, been alone, alone with, is alone, and alone, hasnt eaten, havent eaten, not been fed, screaming for, crying for, nobodys home, no one home, for days, for three days, for two days, parents are using, parents are drunk, mother is drunk, is drunk, drunk again, no heating, in the car alone, swallowed my
[noanswer]
doesnt pick up, not picking up, wont pick up, isnt answering, doesnt answer, not answering, phone is off, turned off .. phone, switched off, disappeared, went to the garage, went out with, went off with, left with, locked in .. room, locked himself, locked herself, calling from, crying, sobbing, scared for, worried about, says goodbye, texts me, texted me goodbye, cant reach
[near]
he, hes, she, shes, they, theyre, him, her, husband, wife, brother, brothers, sister, mom, moms, mum, mother, dad, dads, father, friend, friends, roommate, flatmate, boyfriend, girlfriend, bf, gf, partner, neighbor, neighbour, son, daughter, guy, someone, somebody, cousin, uncle, aunt, ex, stepdad, stepfather, grandma, grandpa, buddy, mate, coworker, girl, man, woman, dude
[help]
help, please help, what do i do, what should i do, what do we do, what to do, ambulance, call %, call the police, call someone, call an, emergency, someone help, hurry, asap, quick, narcan, naloxone, scared to call, please call, please
[now]
now, right now, tonight, today, tomorrow, friday, this morning, this minute, minutes, currently, atm, im standing, standing on, sitting on, im sitting, is lying, lying, soon, already, again, third day, next to
[fear]
scared, afraid, terrified, panicking, freaking out
[past]
years ago, year ago, months ago, month ago, weeks ago, last year, last summer, last winter, back then, used to, when i was, when we were, survived, was saved, saved my life, brought me back, got me back, in the past, back in, remember, remembering, ago, funeral, passed away, lost him, lost her, died in, died of, died last, buried, it was, those days, before i, nearly died, almost died, was dying, spent a month in, im glad i, glad i failed, there was a time, it passed, tried to kill myself, have had, ive had, the last time, scars, miss him, miss her, still blame, stopped me
[soften]
lol, lmao, haha*, 😂, 🤣, 😅, joke, joking, jk, kidding, movie, film, series, song, game, match, dreamt, dreamed, nightmare, laughing, laugh, laughter, boredom, bored, embarrassment, of shame, training, course, class, lecture, in case, just in case, for the future, id know what, taught us, learn*, workshop, leaflet, statistics, hill run, workout, gym, leg day, trainer, exam, homework, phone died, battery, my phone, plants, houseplants, laptop, wifi, traffic, killing time, kill time, kill for, dying for, to die for, dying to, mug, that cat, coffee, monday, withdrawal, kicking but
[stop]
dont want to die, didnt want to die, not suicidal, never do it, wont do it, wouldnt do it, i want to live, wanted to live, glad im alive, happy to be alive, still alive, still here, im alive, im safe, am safe, grateful, dont do it anymore, never again, im glad
[idiom]
died laughing, dying laughing, dying of, dead tired, killed me haha, killing me lol, will kill me, monday .. kill, day killed me, nearly killed me, almost killed me, to death, im dead lol, drop dead, nearly died of, almost died of, id kill for, kill that cat, kill the cat, over my dead body, cant live without, are dead, phone died
[reported]
called me, said it, mom said, he said id, kill yourself, kys, hang yourself, go die, jump then, die already, hope you, just die
`;
