/** A block of a document: its kind, as the editor names it, and its words. */
export type DemoBlock = readonly [kind: 'heading' | 'paragraph' | 'bulletListItem' | 'numberedListItem' | 'checkListItem' | 'quote', words: string, attributes?: Record<string, boolean | number>];

export interface DemoDocument {
  title: string;
  icon?: string;
  author: string;
  /** Name of a channel; without one it is its author's own. */
  channel?: string;
  daysAgo: number;
  blocks: DemoBlock[];
  children?: DemoDocument[];
}

/** What the house wrote together. */
export const DOCUMENTS: DemoDocument[] = [
  {
    title: 'Portes ouvertes : qui fait quoi', icon: '⛵', author: 'camille', channel: 'general', daysAgo: 12,
    blocks: [
      ['paragraph', 'Samedi 12, de 9 h à 17 h. On attend environ 300 visiteurs ; le quai est à nous toute la journée.'],
      ['heading', 'Les postes', { level: 2 }],
      ['checkListItem', 'Accueil et badges : Elena, Camille', { checked: true }],
      ['checkListItem', 'Démonstration de rabot : Hugo', { checked: true }],
      ['checkListItem', 'Band saw, behind the rope: Owen', { checked: true }],
      ['checkListItem', 'Café et crêpes : Jeanne cherche encore deux personnes'],
      ['heading', 'À prévoir', { level: 2 }],
      ['bulletListItem', 'Quarante chaises (demander aux voisins)'],
      ['bulletListItem', 'Rallonges électriques pour le hangar'],
      ['bulletListItem', 'A sign in English at the gate'],
      ['quote', 'On ne vend rien ce jour-là, on raconte.'],
    ],
    children: [
      {
        title: 'Plan du hangar', author: 'ines', channel: 'general', daysAgo: 11,
        blocks: [['paragraph', 'Entrée par la grande porte, sortie par le quai : les visiteurs ne se croisent pas.'], ['numberedListItem', 'Le rabot, à gauche'], ['numberedListItem', 'La voilerie, au fond'], ['numberedListItem', 'Le café, sur le quai']],
      },
    ],
  },
  {
    title: 'Decision: a new band saw', icon: '🪚', author: 'owen', channel: 'general', daysAgo: 6,
    blocks: [
      ['heading', 'What was decided', { level: 2 }],
      ['paragraph', 'We buy the larger one, second hand, and sell ours to the school in Brest.'],
      ['heading', 'Why', { level: 2 }],
      ['bulletListItem', 'Ours no longer cuts straight above 120 mm.'],
      ['bulletListItem', 'Second hand costs 40% less and comes with two years of warranty.'],
      ['heading', 'What we looked at besides', { level: 2 }],
      ['paragraph', 'Having the old one repaired: four weeks without a saw, in the season.'],
    ],
  },
  {
    title: 'Idées pour le printemps', author: 'camille', daysAgo: 3,
    blocks: [['bulletListItem', 'Un stage de voilerie en avril'], ['bulletListItem', 'Reprendre contact avec le chantier de Douarnenez'], ['checkListItem', 'Relire le contrat d’assurance', { checked: false }]],
  },
];
