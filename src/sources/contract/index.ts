import {assessments} from "./assessments.ts";
import {clients} from "./clients.ts";
import type {Contract} from "./contract.ts";
import {episodes} from "./episodes.ts";
import {followups} from "./followups.ts";
import {programs} from "./programs.ts";
import {referrals} from "./referrals.ts";
import {sessions} from "./sessions.ts";

/** The files of a delivery, in the order they are read and reported. */
export const contracts: readonly Contract[] = [
  programs,
  clients,
  referrals,
  episodes,
  sessions,
  assessments,
  followups
];

export function contractOf(file: string): Contract | undefined {
  return contracts.find((contract) => contract.file === file);
}
