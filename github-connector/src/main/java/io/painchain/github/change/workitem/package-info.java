/** Pull requests and issues, read together because they share numbers and a list of steps. */
package io.painchain.github.change.workitem;
