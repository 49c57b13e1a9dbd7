/** What came of a work that a title names in English; the signs are those of RESULTS. */
export const ENGLISH_RESULTS: readonly (readonly [verbs: string, results: string])[] = [
  [
    'clean, clear, unblock, drain',
    '=~is clean, =~are clean, =~is clear, =~are clear, =~is clear again, =~is clear and flowing, =~is clear and flowing again, =~is clean and flowing, =~is spotless, =~flows fine, =~flows freely, =water flows fine, =water flows freely, =water flows well',
  ],
  [
    'reconcile, match, audit, count, check',
    '=~matched, =~match, =~matches, =~balanced, =~balances, =~balance, =~tallied, =~tally, =~tallies',
  ],
  [
    'fix, repair, mend, restore, replace, service, clean',
    '=~close properly, =~closes properly, =~work properly, =~works properly, =~work fine, =~works fine, =~work again, =~works again, =~run smoothly, =~runs smoothly, =~is quiet now, =~runs fine, =~run fine, =~shut properly, =~opens fine, =~open fine, =~flush properly, =~flushes properly, =~is cold again, =~is warm again',
  ],
  [
    'send, submit, mail, email, share, upload, forward',
    '=>went to, =>went out, =>went off, =>went in, =>is in your inbox, =>are in your inbox, =>is in your mailbox, =>is on your desk, =>are on your desk, =>is on the drive, =>are on the drive, =>is in the shared folder, =>are in the shared folder',
  ],
  [
    'fix, repair, mend, restore, replace, install, fit, service',
    '=works now, =work now, =is working now, =are all working, =is back up, =are back up, =is back on, =are back on, =runs again, =prints fine, =stopped leaking, =has stopped leaking, =leak has stopped, =no longer leaks, =no more leak, =no more leaks',
  ],
  [
    'restock, stock, fill, refill, replenish',
    '=~are full, =~is full, =~are full again, =~is full again, =~are fully stocked, =~is fully stocked',
  ],
  [
    'vaccinate, immunise, immunize, jab',
    '=got their shots, =got their shot, =got the shot, =got their jabs, =had their shots, =had their jabs',
  ],
];
