import type { Language } from '@parvis/contracts';

/** An invented organisation, half French, half English: Atelier Boréal builds wooden sailing boats. */
export const ORGANISATION = { name: 'Atelier Boréal', language: 'fr' as Language };

export interface DemoPerson {
  key: string;
  name: string;
  title: string;
  language: Language;
  timeZone: string;
  role?: 'owner' | 'admin';
}

export const PEOPLE: DemoPerson[] = [
  { key: 'camille', name: 'Camille Rousseau', title: 'Directrice', language: 'fr', timeZone: 'Europe/Paris', role: 'owner' },
  { key: 'owen', name: 'Owen Hughes', title: 'Head of workshop', language: 'en', timeZone: 'Europe/London', role: 'admin' },
  { key: 'ines', name: 'Inès Benali', title: 'Architecte navale', language: 'fr', timeZone: 'Europe/Paris' },
  { key: 'tom', name: 'Tom Lindqvist', title: 'Boatbuilder', language: 'en', timeZone: 'Europe/Stockholm' },
  { key: 'jeanne', name: 'Jeanne Le Goff', title: 'Voilière', language: 'fr', timeZone: 'Europe/Paris' },
  { key: 'marcus', name: 'Marcus Adeyemi', title: 'Purchasing', language: 'en', timeZone: 'Europe/London' },
  { key: 'lea', name: 'Léa Fontaine', title: 'Comptable', language: 'fr', timeZone: 'Europe/Paris' },
  { key: 'yuki', name: 'Yuki Tanaka', title: 'Finish and varnish', language: 'en', timeZone: 'Asia/Tokyo' },
  { key: 'hugo', name: 'Hugo Marchand', title: 'Charpentier', language: 'fr', timeZone: 'Europe/Paris' },
  { key: 'elena', name: 'Elena Petrova', title: 'Customer care', language: 'en', timeZone: 'Europe/Sofia' },
  { key: 'karim', name: 'Karim Haddad', title: 'Électricien de bord', language: 'fr', timeZone: 'Europe/Paris' },
  { key: 'nora', name: 'Nora Byrne', title: 'Sea trials', language: 'en', timeZone: 'Europe/Dublin' },
];

/** `who: text`; `@key` becomes a mention. */
export type DemoLine = readonly [who: string, text: string];

export interface DemoChannel {
  name: string;
  kind: 'public' | 'private';
  topic: string;
  members: 'all' | string[];
  /** Weeks ago that each day of talk happened, newest last; each an exchange of some minutes. */
  days: { daysAgo: number; lines: DemoLine[] }[];
}

export const TEAMS: { name: string; description: string; owner: string; members: 'all' | string[]; channels: DemoChannel[] }[] = [
  {
    name: 'Atelier',
    description: 'Toute la maison / the whole house',
    owner: 'camille',
    members: 'all',
    channels: [
      {
        name: 'general', kind: 'public', topic: 'Annonces et vie de l’atelier · news of the house', members: 'all',
        days: [
          { daysAgo: 34, lines: [
            ['camille', '# Bienvenue sur Parvis\n\nToutes nos conversations, au même endroit, **chez nous**. Prenez dix minutes pour compléter votre profil.'],
            ['owen', 'Lovely. Does it work on the phone in the shed?'],
            ['camille', 'Oui ! Ouvrez la même adresse, puis *Ajouter à l’écran d’accueil*.'],
            ['yuki', 'Installed on mine, works well 👍'],
          ] },
          { daysAgo: 12, lines: [
            ['camille', '@channel Portes ouvertes le samedi 12 : on attend environ 300 visiteurs. Qui tient quel poste ?\n\n- [x] Accueil : @elena\n- [ ] Démonstration de rabot\n- [ ] Café et crêpes'],
            ['hugo', 'Je prends le rabot.'],
            ['jeanne', 'Et moi les crêpes, évidemment 🥞'],
            ['nora', 'I can do short trips on *Korrigan* if the wind stays under 15 knots.'],
          ] },
          { daysAgo: 1, lines: [
            ['owen', 'The new band saw arrives tomorrow at 8. Please keep the yard clear.'],
            ['hugo', 'Noté, je déplace la remorque ce soir.'],
            ['camille', 'Merci @hugo !'],
          ] },
          { daysAgo: 0, lines: [
            ['elena', 'Good morning! The visitors’ book from Saturday is scanned: 47 messages, all kind.'],
            ['lea', 'Belle surprise pour commencer la journée ☀️'],
          ] },
        ],
      },
      {
        name: 'cantine', kind: 'public', topic: 'Qui mange quoi, et quand', members: ['camille', 'hugo', 'jeanne', 'karim', 'lea', 'tom', 'owen'],
        days: [
          { daysAgo: 3, lines: [
            ['karim', 'Couscous chez moi jeudi midi, qui en est ?'],
            ['tom', 'Me! I bring dessert.'],
            ['lea', 'Présente.'],
            ['hugo', '🙋'],
          ] },
        ],
      },
    ],
  },
  {
    name: 'Chantier Korrigan',
    description: 'Construction of hull 27, Korrigan',
    owner: 'owen',
    members: ['owen', 'ines', 'tom', 'hugo', 'yuki', 'karim', 'nora', 'marcus', 'jeanne'],
    channels: [
      {
        name: 'general', kind: 'public', topic: 'Hull 27, launch on 3 June', members: 'all',
        days: [
          { daysAgo: 20, lines: [
            ['owen', 'Planking is done up to the sheer strake. Photos tonight.'],
            ['ines', 'Superbe. Le bordé tombe à 2 mm du plan, c’est rare.'],
            ['tom', 'Hugo’s eye, my clamps.'],
          ] },
          { daysAgo: 6, lines: [
            ['nora', 'Sea trial plan, first draft:\n\n| Day | What | Wind |\n| --- | --- | --- |\n| 1 | Engine, steering | any |\n| 2 | Main and jib | < 12 kn |\n| 3 | Full sail, MOB drill | 12 to 18 kn |'],
            ['ines', 'Parfait pour moi. Prévois une pesée avant le jour 1.'],
            ['nora', 'Will do.'],
          ] },
        ],
      },
      {
        name: 'plans', kind: 'public', topic: 'Dessins, calculs, versions', members: ['ines', 'owen', 'tom', 'hugo', 'nora'],
        days: [
          { daysAgo: 15, lines: [
            ['ines', 'Nouvelle version du plan de voilure. Le calcul du centre vélique :\n\n```python\ndef centre(voiles):\n    aire = sum(v.aire for v in voiles)\n    return sum(v.aire * v.x for v in voiles) / aire\n```'],
            ['owen', 'Lead is 14% then? I would like a touch less weather helm.'],
            ['ines', 'On peut avancer le mât de 60 mm, `x = 4.26`.'],
            ['owen', '> On peut avancer le mât de 60 mm\n\nYes please, before the deck beams go in.'],
          ] },
          { daysAgo: 2, lines: [
            ['hugo', '@ines l’étambrai est posé, tu passes voir avant collage ?'],
            ['ines', 'Demain 9 h.'],
          ] },
        ],
      },
      {
        name: 'achats', kind: 'private', topic: 'Purchasing and quotes', members: ['marcus', 'owen', 'camille', 'lea'],
        days: [
          { daysAgo: 9, lines: [
            ['marcus', 'Three quotes for the larch:\n\n1. Scierie du Val, dry, six weeks\n2. Nordwood, dry, three weeks, 12% dearer\n3. Local, green: no'],
            ['owen', 'Three weeks matters more to me.'],
            ['lea', 'Le budget le permet tout juste.'],
            ['marcus', 'Ordering from Nordwood today.'],
          ] },
        ],
      },
    ],
  },
];

/** Conversations between people, outside of teams. */
export const CONVERSATIONS: { members: string[]; days: DemoChannel['days'] }[] = [
  { members: ['camille', 'owen'], days: [
    { daysAgo: 8, lines: [['camille', 'Tu as cinq minutes pour parler du planning de juin ?'], ['owen', 'After lunch? I am on the scaffold.'], ['camille', '14 h, mon bureau.'], ['owen', '👌']] },
    { daysAgo: 0, lines: [['owen', 'The band saw is in. Want to see it run?'], ['camille', 'J’arrive !']] },
  ] },
  { members: ['ines', 'camille'], days: [{ daysAgo: 4, lines: [['ines', 'Le client demande une bôme en carbone…'], ['camille', 'Sur un bateau en bois ? Propose-lui le spruce creux.'], ['ines', 'C’est ce que je pensais.']] }] },
  { members: ['yuki', 'tom'], days: [{ daysAgo: 2, lines: [['yuki', 'Eighth coat is dry. Two more and you can see your beard in it.'], ['tom', 'Saving on mirrors 😄']] }] },
  { members: ['camille', 'lea', 'marcus'], days: [{ daysAgo: 5, lines: [['lea', 'Clôture du mois vendredi : il me manque deux factures.'], ['marcus', 'Sending them in the hour.'], ['camille', 'Merci à vous deux.']] }] },
];
