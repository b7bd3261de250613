/** Objects of the store by kind and name, and JSON in one expression. */
package io.painchain.simulator.kubernetes.object;
