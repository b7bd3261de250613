/** The clock. Nothing else asks the machine for the time. */
package io.painchain.backend.time;
