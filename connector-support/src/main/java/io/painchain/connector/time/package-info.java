/** The clock, which is the only thing that asks the machine for the time, and times as servers write them. */
package io.painchain.connector.time;
