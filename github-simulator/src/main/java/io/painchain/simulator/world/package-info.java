/**
 * What exists on the simulated GitHub and what can happen to it: plain objects that know neither HTTP nor JSON. Each
 * kind of thing has its package; this one holds the accounts and repositories by name and number.
 */
package io.painchain.simulator.world;
