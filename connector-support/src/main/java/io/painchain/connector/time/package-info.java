/** The clock, which is the only thing that asks the machine for the time. */
package io.painchain.connector.time;
