/**
 * What every part of a world is built on: the clock, the users, the numbers. Knows neither HTTP nor JSON.
 */
package io.painchain.simulator.gitlab.world.base;
