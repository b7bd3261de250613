/**
 * A scripting call: its route, parameters and body, and how it is refused.
 */
package io.painchain.simulator.admin.call;
