package dev.ectype.tck.harness;

/** A test class that says which adapter the contract classes in or above it are run against. */
public interface AdapterUnderTest {

    /** Opens a fixture; called before every test. */
    AdapterFixture fixture();
}
