/** Who asks and what they may read. */
package io.painchain.simulator.kubernetes.api.auth;
