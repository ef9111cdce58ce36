// Patterns that a word sets off by how it looks: an option with its value in one piece, the first column of a list. Runs in the
// engine's process.
import { program, type ToldPattern } from './told-pattern.ts';
import { STARTED_PROCESS } from './told-systems.ts';

/** Clients of SQL Server. */
export const SQL_SERVER = program('sqlcmd|osql|bcp|isql');
/** curl -sujoe:secret */
const GLUED_USER: readonly ToldPattern[] = [
  {
    follows: [':'],
    text: /^-[A-Za-z]{0,4}?u(?<user>[\w.$-]+):["']?(?<secret>[^\s"']+)/d,
    program: program('curl|wget'),
  },
];
/** mysql -ulisi, mysql -hsrvdb01 */
const MYSQL = program('mysql\\w*|mariadb\\w*');
const GLUED_TO_MYSQL: readonly ToldPattern[] = [
  { text: /^-[uU](?<user>[\w.$-]+)(?=\s|$)/d, program: MYSQL },
  { text: /^-h(?:(?<address>\d{1,3}(?:\.\d{1,3}){3})|(?<host>[A-Za-z][\w.-]+))(?=\s|$)/d, program: MYSQL },
];
/** sqlcmd -Usa -Psecret */
const GLUED: readonly ToldPattern[] = [
  ...GLUED_USER,
  ...GLUED_TO_MYSQL,
  { text: /^-P(?<secret>[^\s"]{3,})/d, program: SQL_SERVER },
  { text: /^-U(?<user>[\w.$+-]+)/d, program: SQL_SERVER },
];
/** fc.20000024ff7c81d0:21000024ff7c81d0 of adapters, pci-0000:af:00.0-fc-0x5006016b3de00f1a-lun-4 of udev. */
const FIBRE_CHANNEL: readonly ToldPattern[] = [
  { text: /^(?:fc\.|[\w.-]*-fc-0x)(?<wwn>[\da-f]{16})(?::(?<wwn2>[\da-f]{16}))?(?!\w)/di },
];
/** rar -hpsecret */
const GLUED_TO_RAR: readonly ToldPattern[] = [
  { text: /^-hp(?<secret>[^\s"']{3,})/d, program: program('(?:un)?rar|7z\\w?') },
];
/** The first column of `ls -l`. */
const PERMISSIONS = /^[-dlbcps](?:[r-][w-][xs-]){2}[r-][w-][xt-]$/;
const LISTED: readonly ToldPattern[] = [{ text: /^\S{10}[.+@]? +\d+ (?<user>[a-z_]\S*) +\S+ +\d/d }];
const INITIATOR: readonly ToldPattern[] = [{ text: /^iqn\.[\w.-]+:(?<host>[\w.-]+)/di }];
const NONE: readonly ToldPattern[] = [];

/** Mar02 of `ps -ef`. */
const DAY = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\d\d$/;

/** @param small a word that no table knows, in small letters. @returns the patterns that it sets off. */
export function patternsByLook(small: string): readonly ToldPattern[] {
  if (small.startsWith('iqn.')) return INITIATOR;
  if (PERMISSIONS.test(small)) return LISTED;
  if (DAY.test(small)) return STARTED_PROCESS;
  if (/^-(?![pu])[a-z]{0,4}u[\w.$-]/.test(small)) return GLUED_USER;
  if (/^(?:fc\.|.*-fc-0x)[\da-f]{16}/.test(small)) return FIBRE_CHANNEL;
  if (small.startsWith('-h')) return small.startsWith('-hp') ? GLUED_TO_RAR : GLUED_TO_MYSQL;
  return /^-[pu]./.test(small) ? GLUED : NONE;
}
