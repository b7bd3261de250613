/**
 * People who change things: made of accounts that providers know, renamed, merged and marked by hand. Nothing is counted or
 * ranked by them. Owns the tables of people.
 */
package io.painchain.backend.person;
