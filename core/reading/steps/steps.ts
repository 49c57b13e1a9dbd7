import type { Clause } from '../clause/part.js';
import type { Sense } from '../clause/sense.js';
import { withoutOvercome } from '../judge/overcome.js';
import type { Title } from '../title/title.js';
import { readAccounts } from './accounts.js';
import { withoutResult } from './no-result.js';
import { withoutFormalities } from './formalities.js';
import { withoutWordsBeside } from './beside-done.js';
import { markAwaitedAnswer } from './awaited-answer.js';
import { markAwaitedInput } from './awaited-input.js';
import { withoutDoubtfulDone } from './doubtful-done.js';
import { markLeftAway } from './left-away.js';
import { withoutListedPieces } from './listed-pieces.js';
import { withoutForeignActs } from './foreign-acts.js';
import { withoutErrands } from './other-errands.js';
import { withoutOthersDeeds } from './others-deeds.js';
import { withoutOtherMatters } from './other-matters.js';
import { withoutOtherThings } from './other-thing.js';
import { withoutOtherWork } from './other-work.js';
import { withoutSecondDeed } from './second-deed.js';
import { markSentBack } from './sent-back.js';
import { markStoppedSteps } from './stopped-step.js';
import { readFindings } from './findings.js';
import { readNoneMissed } from './none-missed.js';
import { withoutOnlyProof } from './only-proof.js';
import { withoutOnlyRead } from './only-read.js';
import { withoutPreparations } from './preparations.js';
import { readReceipts } from './received.js';
import { readRounds } from './rounds.js';
import { markUnsignedSteps } from './unsigned-steps.js';
import { markWithSigner } from './with-signer.js';
import { markTurnedSince } from './turned-since.js';
import { withoutRetorts } from './retorts.js';

type Step = (clauses: readonly Clause[], senses: readonly Sense[], title: Title) => readonly Sense[];

/** What all clauses together make of each, in this order. */
export const STEPS: readonly Step[] = [
  withoutRetorts,
  markTurnedSince,
  markSentBack,
  withoutOvercome,
  withoutResult,
  markWithSigner,
  readReceipts,
  withoutOnlyRead,
  readNoneMissed,
  readFindings,
  readAccounts,
  withoutSecondDeed,
  withoutOtherWork,
  withoutPreparations,
  withoutOtherThings,
  withoutOtherMatters,
  withoutErrands,
  markLeftAway,
  withoutListedPieces,
  withoutOnlyProof,
  withoutForeignActs,
  withoutDoubtfulDone,
  withoutWordsBeside,
  readRounds,
  withoutOthersDeeds,
  markStoppedSteps,
  markAwaitedAnswer,
  markAwaitedInput,
  markUnsignedSteps,
  withoutFormalities,
];
