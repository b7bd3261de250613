/**
 * What exists on the simulated GitHub and what can happen to it: plain objects that know neither HTTP nor JSON.
 */
package io.painchain.simulator.world;
