package io.painchain.simulator.api.call;

/** Where an answer comes from, and a stamp that differs whenever the answer might. */
public interface Source {

    long stamp();

    Answer render() throws ApiException;
}
