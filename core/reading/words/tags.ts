/**
 * What a phrase of the lexicon does in a reply. The tables beside this file list the phrases by tag; the rules
 * (../judge-*.ts) know tags only, never words.
 */
export type Tag =
  // Denial. `noMore`: `không còn` (lớp nào chưa nộp). `denyAfter` stands behind what it denies: `xong đâu`.
  | 'notYet'
  | 'not'
  | 'cannot'
  | 'noMore'
  | 'denyAfter'
  // How far an act is. `newly` is `mới`: just now, or no more than.
  | 'past'
  | 'just'
  | 'newly'
  | 'already'
  | 'doing'
  | 'begun'
  | 'nearly'
  | 'will'
  | 'promise'
  // When. `today` may be past or to come, `day` is to come unless something says that it
  // is past, `within` is the end of a time, `hour` is `lúc 9h` behind a verb.
  | 'ago'
  | 'since'
  | 'today'
  | 'day'
  | 'within'
  | 'hour'
  | 'ahead'
  | 'onTime'
  | 'now'
  | 'at'
  // How surely. `believed`: it is not so (`tưởng xong`). `said`: another's words. `whenever` asks, or makes a condition.
  | 'maybe'
  | 'said'
  | 'believed'
  | 'if'
  | 'whenever'
  | 'after'
  | 'must'
  | 'haveTo'
  | 'favour'
  | 'letMe'
  | 'ask'
  | 'which'
  | 'or'
  | 'sayAfter'
  | 'ambiguous'
  // What was done. `hand`: what hands the work over. `draft`: a step before that. `prep`: words about the work, not the work.
  | 'complete'
  | 'hand'
  | 'work'
  | 'draft'
  | 'prep'
  | 'take'
  | 'undo'
  | 'again'
  // What is in the way. `harm`: what befalls one (rain, a power cut). `away`: who is not there, which explains what is open.
  | 'stuck'
  | 'trouble'
  | 'harm'
  | 'away'
  | 'wait'
  | 'lack'
  | 'solved'
  | 'fine'
  | 'resource'
  // How much.
  | 'every'
  | 'some'
  | 'sketch'
  | 'only'
  | 'except'
  | 'left'
  | 'piece'
  | 'member'
  | 'able'
  // Between clauses. `hurdle` leads to what is in the way: `khó khăn là`.
  | 'cause'
  | 'hurdle'
  | 'contrast'
  | 'although'
  | 'so'
  | 'propose'
  | 'moreTime'
  // Small words.
  | 'notOnly'
  | 'have'
  | 'suffer'
  | 'then'
  | 'is'
  | 'that'
  | 'more'
  | 'further'
  | 'yes'
  | 'ack'
  | 'self'
  | 'you'
  // Who the work is for.
  | 'folk'
  // Said to one another, not of the work.
  | 'wish'
  | 'particle'
  | 'other';

/** A table of the lexicon: phrases separated by commas. A clerk may add phrases. */
export type Words = Partial<Record<Tag, string>>;
