/** Every keyboard shortcut there is, for the overview: the code that handles one adds it here. */
export const SHORTCUTS = [
  { group: 'general', keys: ['mod', 'K'], label: 'goTo' },
  { group: 'general', keys: ['?'], label: 'overview' },
  { group: 'general', keys: ['alt', '←'], label: 'back' },
  { group: 'general', keys: ['alt', '→'], label: 'forward' },
  { group: 'general', keys: ['Esc'], label: 'close' },
  { group: 'conversations', keys: ['alt', '↑'], label: 'unreadAbove' },
  { group: 'conversations', keys: ['alt', '↓'], label: 'unreadBelow' },
  { group: 'conversations', keys: ['alt', 'shift', '↑'], label: 'moveUp' },
  { group: 'conversations', keys: ['alt', 'shift', '↓'], label: 'moveDown' },
  { group: 'conversations', keys: ['T'], label: 'replyInThread' },
  { group: 'conversations', keys: ['Q'], label: 'quote' },
  { group: 'writing', keys: ['Enter'], label: 'send' },
  { group: 'writing', keys: ['shift', 'Enter'], label: 'newLine' },
  { group: 'writing', keys: ['↑'], label: 'editLast' },
  { group: 'writing', keys: ['mod', 'B'], label: 'bold' },
  { group: 'writing', keys: ['mod', 'I'], label: 'italic' },
  { group: 'writing', keys: ['mod', 'E'], label: 'code' },
  { group: 'writing', keys: ['mod', 'shift', '9'], label: 'taskList' },
  { group: 'writing', keys: ['mod', 'shift', 'V'], label: 'pastePlain' },
  { group: 'writing', keys: ['Tab'], label: 'nextCell' },
  { group: 'writing', keys: ['alt', 'F10'], label: 'formatting' },
] as const;

export const SHORTCUT_GROUPS = ['general', 'conversations', 'writing'] as const;
