/** A day of many projects, the same for the same seed: stories of people who work on them. */
package io.painchain.simulator.gitlab.day;
