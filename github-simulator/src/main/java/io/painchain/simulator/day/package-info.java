/** Many repositories that live for a day: all that happens on GitHub, at a rate, by a seed. */
package io.painchain.simulator.day;
